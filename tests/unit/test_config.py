"""Settings: what is read, what is refused, and that the refusal names the variable."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import BadSetting, Config, from_environment


def test_without_any_setting_it_serves_this_machine_alone() -> None:
    found = from_environment({"PATH": "/bin"})
    assert (found.host, found.port, found.base_url) == ("127.0.0.1", 8017, "http://127.0.0.1:8017")
    assert found.resolved_database_url.startswith("sqlite:///")


def test_every_kind_of_setting_is_read() -> None:
    found = from_environment(
        {
            "POSTIL_DATA_DIR": "/srv/notes",
            "POSTIL_PORT": "9000",
            "POSTIL_PUBLIC_URL": "https://notes.example.org/",
            "POSTIL_ALLOWED_ORIGINS": "https://a.example, https://b.example/",
            "POSTIL_HOST": "0.0.0.0",
            "POSTIL_TRUSTED_PROXIES": "127.0.0.1, 10.1.0.0/16,::1,",
        }
    )
    assert found.data_dir == Path("/srv/notes")
    assert found.port == 9000
    assert found.base_url == "https://notes.example.org"
    assert found.secure
    assert found.trusted_proxies == ("127.0.0.1", "10.1.0.0/16", "::1")
    assert found.allowed_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("POSTIL_PORT", "http"),
        ("POSTIL_PORT", "0"),
        ("POSTIL_PORT", "70000"),
        ("POSTIL_PORT", "٨٠"),
        ("POSTIL_PORT", "-1"),
        ("POSTIL_WORKERS", "0"),
        ("POSTIL_THREADS", "1000"),
        ("POSTIL_LOG_LEVEL", "loud"),
        ("POSTIL_DATABASE_URL", "mysql://x"),
        ("POSTIL_PUBLIC_URL", "notes.example.org"),
        ("POSTIL_PUBLIC_URL", "https://notes.example.org/path"),
        ("POSTIL_PUBLIC_URL", "https://user@notes.example.org"),
        ("POSTIL_PUBLIC_URL", "https://notes.example.org:port"),
        ("POSTIL_ALLOWED_ORIGINS", "*"),
        ("POSTIL_HOST", "0.0.0.0"),
        ("POSTIL_TRUSTED_PROXIES", "localhost"),
        ("POSTIL_TRUSTED_PROXIES", "127.0.0.1, *"),
        ("POSTIL_TRUSTED_PROXIES", "10.1.2.3/8"),
        ("POSTIL_TRUSTED_PROXIES", "127.0.0.1:80"),
        ("POSTIL_DATADIR", "/misspelt"),
    ],
)
def test_a_wrong_value_names_its_variable(variable: str, value: str) -> None:
    with pytest.raises(BadSetting) as refused:
        from_environment({variable: value})
    assert variable in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_password_in_a_database_address_is_not_repeated() -> None:
    with pytest.raises(BadSetting) as refused:
        from_environment({"POSTIL_DATABASE_URL": "mysql://ada:secret@host/notes"})
    assert "secret" not in str(refused.value)


def test_listening_beyond_this_machine_needs_https() -> None:
    with pytest.raises(BadSetting, match="POSTIL_PUBLIC_URL"):
        Config().with_changes(host="0.0.0.0", public_url="http://notes.example.org")

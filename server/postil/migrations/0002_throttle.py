"""How often something was tried: holds across processes and restarts."""
from peewee import *


def up(migrator, db):
    class Throttle(Model):
        key = TextField(primary_key=True)
        window = BigIntegerField(index=True)
        count = IntegerField()

        class Meta:
            database = db
            legacy_table_names = False

    db.create_tables([Throttle], safe=False)

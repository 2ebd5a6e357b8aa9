"""What comes in from outside, checked: marshmallow, at the edge only. Schemas see dicts, never models."""

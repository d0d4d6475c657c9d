"""Files, store and templates: each module knows one format and no rule of the field."""

"""What programs read: the stories, reports, outlets and topics as JSON, described by OpenAPI."""

"""Plain mathematics without the domain: control charts, ranks, regression, queues."""

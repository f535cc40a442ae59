"""The sweep: finds what is due, shares it with other instances, and sends it without anybody asking."""

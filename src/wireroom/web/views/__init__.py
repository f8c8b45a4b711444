"""One view a page: it joins a read with a template and decides nothing."""

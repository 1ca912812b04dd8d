"""table-peers.py NAME TABLE OUTPUT THREADS: the table as JSON Lines by polars or DuckDB, all columns as text."""
import sys

name, table, output, threads = sys.argv[1:]
if name == "polars":
    import os
    os.environ["POLARS_MAX_THREADS"] = threads
    import polars
    polars.scan_csv(table, infer_schema=False, empty_string_is_null=False).sink_ndjson(output)
else:
    import duckdb
    duckdb.execute(f"SET threads={threads}")
    duckdb.execute(
        f"""COPY (SELECT * FROM read_csv('{table}', header=true, all_varchar=true, delim=',', quote='"', escape='"',
        nullstr='\\N')) TO '{output}' (FORMAT json)""")

-- What each call of a model was: by which prompt, how many tokens, how long it took, and why there was no answer. Content 3.10.

alter table app.ai_reservation
    add column prompt_version text,
    add column input_tokens bigint not null default 0,
    add column output_tokens bigint not null default 0,
    add column cache_write_tokens bigint not null default 0,
    add column cache_read_tokens bigint not null default 0,
    add column took_ms bigint,
    add column failure text;

-- Our own copies of recordings (vapi 8): whole or not at all, in pieces of a megabyte, gone with the recording.
create table app.voice_recording_file (
    client_id uuid not null,
    call_id uuid not null,
    tries smallint not null default 0,
    next_try_at timestamptz,
    bytes bigint,
    sha256 bytea,
    fetched_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, call_id),
    foreign key (client_id, call_id) references app.voice_recording (client_id, call_id) on delete cascade,
    constraint ck_voice_recording_file_whole check (
        (fetched_at is null) = (bytes is null) and (fetched_at is null) = (sha256 is null)),
    constraint ck_voice_recording_file_sha256 check (octet_length(sha256) = 32)
);

create table app.voice_recording_piece (
    client_id uuid not null,
    call_id uuid not null,
    piece int not null,
    content bytea not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, call_id, piece),
    foreign key (client_id, call_id) references app.voice_recording (client_id, call_id) on delete cascade
);
-- sound is compressed already
alter table app.voice_recording_piece alter column content set storage external;

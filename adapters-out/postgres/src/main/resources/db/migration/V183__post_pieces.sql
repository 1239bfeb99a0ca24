-- Where letters are that a post office took (outreach 12). A piece of which nothing was told yet is queued and has no row.
create table app.post_piece (
    client_id uuid not null,
    touch_id uuid not null,
    state text not null constraint ck_post_piece_state check (state in
        ('queued', 'printed', 'dispatched', 'delivered', 'returned', 'cancelled')),
    moved_at timestamptz not null,
    recall text constraint ck_post_piece_recall check (recall in ('stopped', 'unstoppable')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, touch_id),
    foreign key (client_id, touch_id) references app.outreach_job (client_id, id) on delete cascade
);

create index ix_outreach_job_post on app.outreach_job (client_id, sent_at desc, id desc)
    where touch_kind in ('letter', 'postcard') and status = 'sent';

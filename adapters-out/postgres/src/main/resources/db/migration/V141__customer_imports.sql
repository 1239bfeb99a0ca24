-- Files of customers and of whom not to contact, with what became of each row, so that one can be taken back. Data model 5.11.

create table app.customer_import (
    client_id uuid not null,
    id uuid not null,
    kind text not null constraint ck_customer_import_kind check (kind in ('customers', 'suppressions')),
    file_name text,
    status text not null constraint ck_customer_import_status check (status in ('running', 'done', 'undone', 'partly_undone')),
    rows_total int not null default 0,
    imported int not null default 0,
    updated int not null default 0,
    skipped int not null default 0,
    failed int not null default 0,
    undone_at timestamptz,
    undone_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id)
);
create index ix_customer_import_created on app.customer_import (client_id, kind, created_at desc, id desc);

create table app.customer_import_row (
    client_id uuid not null,
    import_id uuid not null,
    row_no int not null,
    status text not null constraint ck_customer_import_row_status check (status in ('imported', 'updated', 'skipped', 'failed')),
    error text,
    customer_id uuid,
    suppression_id uuid,
    created_at timestamptz not null default now(),
    primary key (client_id, import_id, row_no),
    foreign key (client_id, import_id) references app.customer_import (client_id, id),
    foreign key (client_id, customer_id) references app.client_customer (client_id, id),
    foreign key (client_id, suppression_id) references app.suppression (client_id, id)
);
create index ix_customer_import_row_failed on app.customer_import_row (client_id, import_id, row_no) where status = 'failed';

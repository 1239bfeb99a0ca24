package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerSource;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Customers in {@code client_customer}. */
public final class PostgresCustomers implements Customers {

    private static final String LIVE = "select * from client_customer where client_id = :client and deleted_at is null";

    private static final String INSERT = """
        insert into client_customer (client_id, id, company_name, domain_key, known_by, industry, employee_range,
               contact_email, contact_name, contact_title, status, customer_since, churned_at, deal_value, service_types,
               can_reference, case_study_url, testimonial, logo_approved, source, import_id, suppression_id,
               suppression_made, created_at, updated_at, row_version)
        values (:client, :id, :name, :domain, :knownBy, :industry, :range, :email, :contact, :title, :status, :since,
               :churned, :value, :services, :reference, :study, :testimonial, :logo, :source, :import, :entry, :made,
               :createdAt, :updatedAt, :version)
        """;

    private static final String UPDATE = """
        update client_customer
           set company_name = :name, domain_key = :domain, known_by = :knownBy, industry = :industry,
               employee_range = :range, contact_email = :email, contact_name = :contact, contact_title = :title,
               status = :status, customer_since = :since, churned_at = :churned, deal_value = :value,
               service_types = :services, can_reference = :reference, case_study_url = :study,
               testimonial = :testimonial, logo_approved = :logo, suppression_id = :entry, suppression_made = :made,
               updated_at = :updatedAt, row_version = row_version + 1
         where client_id = :client and id = :id and row_version = :version and deleted_at is null
        """;

    @Override
    public void insert(Customer customer, @Nullable Block block) {
        begun(Db.update(INSERT), customer, block).execute();
    }

    @Override
    public void insertAll(Collection<Kept> customers) {
        if (!customers.isEmpty()) {
            PreparedBatch batch = Db.batch(INSERT);
            customers.forEach(
                    kept -> begun(batch, kept.customer(), kept.block()).add());
            batch.execute();
        }
    }

    private static <S extends SqlStatement<S>> S begun(S statement, Customer customer, @Nullable Block block) {
        return bind(statement, customer, block)
                .bind("source", customer.source())
                .bindByType("import", customer.importId(), ImportId.class)
                .bind("createdAt", customer.createdAt());
    }

    @Override
    public Customer update(Customer customer, @Nullable Block block) {
        if (bind(Db.update(UPDATE), customer, block).execute() == 0) {
            throw new ConcurrentUpdate("customer " + customer.id());
        }
        return customer.atVersion(customer.version() + 1);
    }

    @Override
    public void updateAll(Collection<Kept> customers) {
        if (!customers.isEmpty()) {
            PreparedBatch batch = Db.batch(UPDATE);
            customers.forEach(kept -> bind(batch, kept.customer(), kept.block()).add());
            if (Arrays.stream(batch.execute()).anyMatch(written -> written == 0)) {
                throw new ConcurrentUpdate("customers of an import");
            }
        }
    }

    @Override
    public List<Kept> findAll(ClientId client, Collection<CustomerId> ids) {
        return Db.query(LIVE + " and id = any (:ids) order by id")
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void deleteAll(ClientId client, Collection<CustomerId> customers, Instant at) {
        Db.update("""
            update client_customer set deleted_at = :at, updated_at = :at, row_version = row_version + 1
             where client_id = :client and id = any (:ids) and deleted_at is null
            """)
                .bind("at", at)
                .bind("client", client)
                .bind("ids", Db.uuids(customers))
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Customer customer, @Nullable Block block) {
        EmailAddress email = customer.contact().email();
        return statement
                .bind("client", customer.clientId())
                .bind("id", customer.id())
                .bind("name", customer.companyName())
                .bind(
                        "domain",
                        customer.domain() == null ? null : customer.domain().value())
                .bind("knownBy", Customers.key(customer))
                .bind("industry", customer.profile().industry())
                .bind("range", customer.profile().employeeRange())
                .bind("email", email == null ? null : email.value())
                .bind("contact", customer.contact().name())
                .bind("title", customer.contact().title())
                .bind("status", customer.status())
                .bind("since", customer.customerSince())
                .bindByType("churned", customer.churnedAt(), Instant.class)
                .bind(
                        "value",
                        customer.dealValue() == null
                                ? null
                                : customer.dealValue().toDollars())
                .bind("services", customer.profile().serviceTypes().toArray(String[]::new))
                .bind("reference", customer.reference().allowed())
                .bind("study", customer.reference().caseStudyUrl())
                .bind("testimonial", customer.reference().testimonial())
                .bind("logo", customer.reference().logoApproved())
                .bindByType("entry", block == null ? null : block.entry(), SuppressionId.class)
                .bind("made", block != null && block.made())
                .bind("updatedAt", customer.updatedAt())
                .bind("version", customer.version());
    }

    @Override
    public Optional<Kept> find(ClientId client, CustomerId id) {
        return first(Db.query(LIVE + " and id = :id"), client, id);
    }

    @Override
    public Optional<Kept> findForUpdate(ClientId client, CustomerId id) {
        return first(Db.query(LIVE + " and id = :id for update"), client, id);
    }

    private static Optional<Kept> first(Query query, ClientId client, CustomerId id) {
        return query.bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public Map<String, Kept> findByKeys(ClientId client, Collection<String> keys) {
        return Db.query(LIVE + " and known_by = any (:keys)")
                .bind("client", client)
                .bind("keys", keys.toArray(String[]::new))
                .map((row, context) -> read(row))
                .stream()
                .collect(Collectors.toMap(kept -> Customers.key(kept.customer()), Function.identity()));
    }

    @Override
    public void delete(Customer customer, Instant at) {
        int deleted = Db.update("""
            update client_customer set deleted_at = :at, updated_at = :at, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version and deleted_at is null
            """)
                .bind("at", at)
                .bind("client", customer.clientId())
                .bind("id", customer.id())
                .bind("version", customer.version())
                .execute();
        if (deleted == 0) {
            throw new ConcurrentUpdate("customer " + customer.id());
        }
    }

    @Override
    public boolean isNeeded(ClientId client, SuppressionId entry, CustomerId butBy) {
        return Db.query("select exists (" + LIVE + " and suppression_id = :entry and id <> :but)")
                .bind("client", client)
                .bind("entry", entry)
                .bind("but", butBy)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public Map<SuppressionId, CustomerId> keeping(ClientId client, Collection<SuppressionId> entries) {
        Map<SuppressionId, CustomerId> keeping = new HashMap<>();
        Db.query("""
            select distinct on (suppression_id) suppression_id, id from client_customer
             where client_id = :client and suppression_id = any (:entries) and deleted_at is null
             order by suppression_id, id
            """)
                .bind("client", client)
                .bind("entries", Db.uuids(entries))
                .map((row, context) -> keeping.put(
                        Rows.id(row, "suppression_id", SuppressionId::new), Rows.id(row, "id", CustomerId::new)))
                .list();
        return keeping;
    }

    @Override
    public List<Kept> list(
            ClientId client, Filter filter, By by, boolean descending, @Nullable After after, int limit) {
        Criteria customers = new Criteria(LIVE)
                .with("client", client)
                .andAny("status = any (:statuses)", "statuses", filter.statuses())
                .andAny("source = any (:sources)", "sources", filter.sources())
                .containing("company_name || E'\\n' || coalesce(domain_key, '')", filter.q());
        String key = switch (by) {
            case COMPANY_NAME -> "company_name collate \"C\"";
            case CREATED_AT -> "created_at";
        };
        if (after != null) {
            Object place = switch (by) {
                case COMPANY_NAME -> after.key();
                case CREATED_AT -> Instant.parse(after.key());
            };
            customers
                    .and("(" + key + ", id) " + (descending ? "<" : ">") + " (:afterKey, :afterId)")
                    .with("afterKey", place)
                    .with("afterId", after.id());
        }
        String order = descending ? " desc" : "";
        return customers
                .first(limit, key + order + ", id" + order)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Customer> unsettled(int limit) {
        return Db.query("""
            select * from client_customer
             where settled_version is distinct from row_version and status <> 'prospect' and domain_key is not null
               and deleted_at is null
             order by updated_at limit :limit
            """)
                .bind("limit", limit)
                .map((row, context) -> read(row).customer())
                .list();
    }

    @Override
    public void settled(ClientId client, Collection<Customer> customers) {
        Db.update("""
            update client_customer c set settled_version = told.version
              from unnest(:ids, :versions) told (id, version)
             where c.client_id = :client and c.id = told.id and c.row_version = told.version
            """)
                .bind("client", client)
                .bind("ids", customers.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .bind("versions", customers.stream().map(Customer::version).toArray(Integer[]::new))
                .execute();
    }

    private static Kept read(ResultSet row) throws SQLException {
        String domain = row.getString("domain_key");
        String email = row.getString("contact_email");
        Customer customer = new Customer(
                Rows.id(row, "id", CustomerId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.text(row, "company_name"),
                domain == null ? null : DomainName.parse(domain).orElseThrow(),
                new Customer.Contact(
                        email == null ? null : EmailAddress.parse(email).orElseThrow(),
                        row.getString("contact_name"),
                        row.getString("contact_title")),
                new Customer.Profile(
                        row.getString("industry"), row.getString("employee_range"), Rows.texts(row, "service_types")),
                Rows.word(row, "status", CustomerStatus.class),
                row.getObject("customer_since", LocalDate.class),
                Rows.instantOrNull(row, "churned_at"),
                PostgresDeals.money(row, "deal_value"),
                new Customer.Reference(
                        row.getBoolean("can_reference"),
                        row.getString("case_study_url"),
                        row.getString("testimonial"),
                        row.getBoolean("logo_approved")),
                Rows.word(row, "source", CustomerSource.class),
                Rows.idOrNull(row, "import_id", ImportId::new),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getInt("row_version"));
        SuppressionId entry = Rows.idOrNull(row, "suppression_id", SuppressionId::new);
        return new Kept(customer, entry == null ? null : new Block(entry, row.getBoolean("suppression_made")));
    }
}

package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.Suspension;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tenants in {@code client} and its satellites. A client's own dates are kept as midnights of its own zone. */
public final class PostgresClients implements Clients {

    /** What {@link #read} takes besides client {@code c}: whether its settings hold something for the gates, and its profile. */
    static final String BESIDE = """
        coalesce((select s.test_mode or cardinality(s.quiet_days) > 0 from client_setting s
                   where s.client_id = c.client_id), false) as gated,\
        """ + ProfileOfClient.COLUMN;

    /** With what every unit that sends has to know. */
    private static final String READ = "select c.*, " + BESIDE + " from client c where ";

    private final IdSource ids;

    public PostgresClients(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public Optional<Client> find(ClientId id) {
        return one("", id);
    }

    @Override
    public Optional<Client> findForShare(ClientId id) {
        return one(" for share of c", id);
    }

    @Override
    public Optional<Client> findForUpdate(ClientId id) {
        return one(" for update of c", id);
    }

    private static Optional<Client> one(String lock, ClientId id) {
        return Db.query(READ + "c.client_id = :id and c.deleted_at is null" + lock)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Client> allLive() {
        return Db.query(READ + "c.mode = 'live' and c.deleted_at is null order by c.created_at, c.client_id")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<ClientMode> mode(ClientId id) {
        return Db.query("select mode from client where client_id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.word(row, "mode", ClientMode.class))
                .findOne();
    }

    @Override
    public void enter(ClientId twin, Instant at) {
        Db.update("update client set in_use_at = :at where client_id = :twin and mode = 'test' and in_use_at is null")
                .bind("twin", twin)
                .bind("at", at)
                .execute();
    }

    @Override
    public List<Client> allServed() {
        return Db.query(READ + "(c.mode = 'live' or c.in_use_at is not null) and c.deleted_at is null"
                        + " order by c.created_at, c.client_id")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Instant> leavesAt(ClientId id) {
        return Db.query("select purge_after from client where client_id = :id and purge_after is not null")
                .bind("id", id)
                .map((row, context) -> Rows.instant(row, "purge_after"))
                .findOne();
    }

    @Override
    public void leave(ClientId live, @Nullable Instant at) {
        Db.stamping("update client set purge_after = :at, updated_at = :moment where client_id = :live or twin_of"
                        + " = :live")
                .bind("live", live)
                .bindByType("at", at, Instant.class)
                .execute();
    }

    @Override
    public OnboardingStatus onboarding(ClientId id) {
        return Db.query("select onboarding_status from client where client_id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.word(row, "onboarding_status", OnboardingStatus.class))
                .one();
    }

    @Override
    public void onboarded(ClientId id, OnboardingStatus status) {
        Db.stamping("update client set onboarding_status = :status, updated_at = :moment where client_id = :id")
                .bind("status", status)
                .bind("id", id)
                .execute();
    }

    @Override
    public Optional<Client> twin(ClientId live) {
        return Db.query(READ + "c.twin_of = :live and c.deleted_at is null")
                .bind("live", live)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<Client> findBySlug(String slug) {
        return Db.query(READ + "c.slug = :slug and c.deleted_at is null")
                .bind("slug", slug)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<ClientId> holderOfSlug(String slug, Instant at) {
        return SlugRows.holder(slug, at);
    }

    @Override
    public void rename(Client live, String slug, Instant now, Instant freeAt) {
        SlugRows.rename(live, slug, now, freeAt);
    }

    @Override
    public boolean requiresSecondFactor(ClientId id) {
        return Db.query("select require_mfa from client where client_id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    @Override
    public void requireSecondFactor(ClientId id, boolean required) {
        Db.stamping("update client set require_mfa = :required, updated_at = :moment where client_id = :id")
                .bind("id", id)
                .bind("required", required)
                .execute();
    }

    @Override
    public void insert(Client client, ClientSettings settings, Subscription subscription) {
        Db.stamping("""
            insert into client (client_id, name, slug, legal_name, contact_email, contact_phone, website_url, timezone,
                   country, default_permission_mode, mode, twin_of, created_at, updated_at)
            values (:id, :name, :slug, :legal, :email, :phone, :website, :zone, :country, :permission, :mode, :twin, :at, :moment)
            """)
                .bind("id", client.id())
                .bind("name", client.name())
                .bind("slug", client.slug())
                .bind("legal", client.legalName())
                .bind(
                        "email",
                        client.contactEmail() == null
                                ? null
                                : client.contactEmail().value())
                .bind(
                        "phone",
                        client.contactPhone() == null
                                ? null
                                : client.contactPhone().e164())
                .bind("website", client.websiteUrl())
                .bind("zone", client.timezone().getId())
                .bind("country", client.country().alpha2())
                .bind("permission", client.defaultPermissionMode())
                .bind("mode", client.mode())
                .bindByType("twin", client.twinOf(), ClientId.class)
                .bind("at", client.createdAt())
                .execute();
        Db.update("""
            insert into client_setting (client_id, auto_replenish, reply_automation, open_tracking, click_tracking, seo_mode)
            values (:id, :replenish, :automation, :opens, :clicks, :seo)
            """)
                .bind("id", settings.clientId())
                .bind("replenish", settings.autoReplenish())
                .bind("automation", settings.replyAutomation())
                .bind("opens", settings.openTracking())
                .bind("clicks", settings.clickTracking())
                .bind("seo", settings.seoMode())
                .execute();
        SubscriptionRows.insert(subscription, ids.next());
    }

    @Override
    public Client update(Client client) {
        Client.Pause pause = client.pause();
        Suspension suspension = client.suspension();
        int written = Db.stamping("""
            update client
               set name = :name, slug = :slug, legal_name = :legal, contact_email = :email, contact_phone = :phone,
                   website_url = :website, timezone = :zone, country = :country, default_permission_mode = :permission,
                   paused_at = :pausedAt, pause_reason = :pauseReason, paused_by = :pausedBy,
                   pause_hangs_up = :hangsUp, deleted_at = :deletedAt,
                   suspended_at = :suspendedAt, suspended_reason = :suspendedReason, suspended_by = :suspendedBy,
                   suspension_stopped = :suspensionStopped, updated_at = :moment,
                   row_version = row_version + 1
             where client_id = :id and row_version = :version
            """)
                .bind("id", client.id())
                .bind("version", client.version())
                .bind("name", client.name())
                .bind("slug", client.slug())
                .bind("legal", client.legalName())
                .bind(
                        "email",
                        client.contactEmail() == null
                                ? null
                                : client.contactEmail().value())
                .bind(
                        "phone",
                        client.contactPhone() == null
                                ? null
                                : client.contactPhone().e164())
                .bind("website", client.websiteUrl())
                .bind("zone", client.timezone().getId())
                .bind("country", client.country().alpha2())
                .bind("permission", client.defaultPermissionMode())
                .bindByType("pausedAt", pause == null ? null : pause.at(), Instant.class)
                .bind("pauseReason", pause == null ? null : pause.reason())
                .bindByType("pausedBy", pause == null ? null : pause.by(), UserId.class)
                .bind("hangsUp", pause != null && pause.hangUp())
                .bindByType("deletedAt", client.deletedAt(), Instant.class)
                .bindByType("suspendedAt", suspension == null ? null : suspension.at(), Instant.class)
                .bind("suspendedReason", suspension == null ? null : suspension.reason())
                .bindByType("suspendedBy", suspension == null ? null : suspension.by(), UserId.class)
                .bind("suspensionStopped", suspension != null && suspension.stoppedOutreach())
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("client " + client.id());
        }
        ProfileOfClient.write(client.id(), client.profile());
        return client.atVersion(client.version() + 1);
    }

    @Override
    public Optional<Subscription> subscription(ClientId id) {
        return SubscriptionRows.find(id);
    }

    @Override
    public void updateSubscription(Subscription subscription) {
        SubscriptionRows.update(subscription, ids.next());
    }

    @Override
    public ClientSettings settings(ClientId id) {
        return SettingsRows.of(id);
    }

    @Override
    public CostFloors costFloors() {
        return Db.query("""
            select max(value::text::int) filter (where key = 'voice_min_als') as voice,
                   max(value::text::int) filter (where key = 'sms_min_als') as sms,
                   max(value::text::int) filter (where key = 'mail_min_als') as mail
              from platform_setting where key in ('voice_min_als', 'sms_min_als', 'mail_min_als')
            """)
                .map((row, context) -> CostFloors.DEFAULT.with(
                        Rows.intOrNull(row, "voice"), Rows.intOrNull(row, "sms"), Rows.intOrNull(row, "mail")))
                .one();
    }

    @Override
    public ClientSettings updateSettings(ClientSettings settings) {
        return SettingsRows.update(settings);
    }

    @Override
    public Optional<IcpProfile> icp(ClientId id) {
        return Db.query("""
            select * from icp_profile where client_id = :id and status in ('confirmed', 'draft')
             order by status = 'confirmed' desc, version desc limit 1
            """)
                .bind("id", id)
                .map((row, context) -> new IcpProfile(
                        Rows.id(row, "id", IcpId::new),
                        id,
                        row.getInt("version"),
                        Rows.word(row, "status", IcpStatus.class),
                        Rows.word(row, "origin", IcpOrigin.class),
                        Rows.texts(row, "industries"),
                        Rows.texts(row, "titles"),
                        Rows.texts(row, "company_sizes"),
                        Rows.texts(row, "locations"),
                        Rows.texts(row, "seniorities"),
                        Rows.texts(row, "keywords"),
                        Rows.texts(row, "exclusions"),
                        Rows.texts(row, "pain_points"),
                        Rows.instantOrNull(row, "confirmed_at"),
                        row.getInt("row_version")))
                .findOne();
    }

    @Override
    public IcpProfile saveIcp(IcpProfile icp) {
        Db.stamping("""
            insert into icp_profile as p (client_id, id, version, status, origin, industries, titles, company_sizes, locations,
                   seniorities, keywords, exclusions, pain_points, confirmed_at, row_version,
                   created_at, updated_at)
            values (:client, :id, :version, :status, :origin, :industries, :titles, :sizes, :locations, :seniorities, :keywords,
                   :exclusions, :pains, :confirmed, :row, :moment, :moment)
            on conflict (client_id, id) do update
               set status = excluded.status, origin = excluded.origin, industries = excluded.industries,
                   titles = excluded.titles, company_sizes = excluded.company_sizes, locations = excluded.locations,
                   seniorities = excluded.seniorities, keywords = excluded.keywords, exclusions = excluded.exclusions,
                   pain_points = excluded.pain_points, confirmed_at = excluded.confirmed_at,
                   updated_at = excluded.updated_at, row_version = excluded.row_version
            """)
                .bind("client", icp.clientId())
                .bind("id", icp.id())
                .bind("version", icp.version())
                .bind("status", icp.status())
                .bind("origin", icp.origin())
                .bind("industries", texts(icp.industries()))
                .bind("titles", texts(icp.titles()))
                .bind("sizes", texts(icp.companySizes()))
                .bind("locations", texts(icp.locations()))
                .bind("seniorities", texts(icp.seniorities()))
                .bind("keywords", texts(icp.keywords()))
                .bind("exclusions", texts(icp.exclusions()))
                .bind("pains", texts(icp.painPoints()))
                .bindByType("confirmed", icp.confirmedAt(), Instant.class)
                .bind("row", icp.rowVersion())
                .execute();
        return icp;
    }

    @Override
    public Optional<Persona> defaultPersona(ClientId id) {
        return PersonaRows.defaultOf(id);
    }

    @Override
    public List<Persona> personas(ClientId id) {
        return PersonaRows.of(id);
    }

    @Override
    public void insertPersona(Persona persona) {
        PersonaRows.insert(persona);
    }

    @Override
    public Persona updatePersona(Persona persona) {
        return PersonaRows.update(persona);
    }

    @Override
    public void deletePersona(ClientId id, PersonaId persona) {
        PersonaRows.delete(id, persona);
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static @Nullable EmailAddress email(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new EmailAddress(text);
    }

    static Client read(ResultSet row) throws SQLException {
        Instant pausedAt = Rows.instantOrNull(row, "paused_at");
        String reason = row.getString("pause_reason");
        String phone = row.getString("contact_phone");
        return new Client(
                Rows.id(row, "client_id", ClientId::new),
                Rows.text(row, "name"),
                Rows.text(row, "slug"),
                row.getString("legal_name"),
                email(row, "contact_email"),
                phone == null ? null : new PhoneNumber(phone),
                row.getString("website_url"),
                ZoneId.of(Rows.text(row, "timezone")),
                new Country(Rows.text(row, "country")),
                Rows.word(row, "default_permission_mode", PermissionMode.class),
                pausedAt == null
                        ? null
                        : new Client.Pause(
                                pausedAt,
                                reason == null ? "" : reason,
                                Rows.idOrNull(row, "paused_by", UserId::new),
                                row.getBoolean("pause_hangs_up")),
                Rows.word(row, "mode", ClientMode.class),
                Rows.idOrNull(row, "twin_of", ClientId::new),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "deleted_at"),
                suspension(row),
                row.getBoolean("gated"),
                ProfileOfClient.read(row),
                row.getInt("row_version"));
    }

    private static @Nullable Suspension suspension(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "suspended_at");
        return at == null
                ? null
                : new Suspension(
                        at,
                        Rows.text(row, "suspended_reason"),
                        Rows.id(row, "suspended_by", UserId::new),
                        row.getBoolean("suspension_stopped"));
    }
}

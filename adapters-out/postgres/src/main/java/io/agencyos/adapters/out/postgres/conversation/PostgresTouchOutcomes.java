package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.inbox.MailEvent.About;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.domain.outreach.TextArrivals;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What became of what was sent: {@code message_ref} says which touch, {@code touch} holds its outcome. */
public final class PostgresTouchOutcomes implements TouchOutcomes {

    @Override
    public Map<About, Known> named(ClientId client, Collection<About> abouts) {
        NamedTouches named = NamedTouches.of(client, abouts);
        Map<About, Known> found = new LinkedHashMap<>();
        for (About about : abouts) {
            named.of(about).ifPresent(touch -> found.put(about, touch));
        }
        return found;
    }

    @Override
    public Optional<Known> answered(ClientId client, List<String> references) {
        List<About> asked = references.stream()
                .map(reference -> new About(reference, reference, null, null, null))
                .toList();
        Map<About, Known> found = named(client, asked);
        return asked.stream().map(found::get).flatMap(Stream::ofNullable).findFirst();
    }

    @Override
    public Optional<Known> latest(ClientId client, LeadId lead, Channel channel, Instant until) {
        return Db.query(KnownTouches.COLUMNS + """
             where t.client_id = :client and t.lead_id = :lead and t.channel = :channel and t.sent_at <= :until
             order by t.sent_at desc, t.id desc
             limit 1
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bind("channel", channel)
                .bind("until", until)
                .map((row, context) -> KnownTouches.read(row))
                .findFirst();
    }

    @Override
    public Map<ResourceId, TextArrivals> texts(ClientId client, Instant from, Instant until) {
        Map<ResourceId, TextArrivals> texts = new HashMap<>();
        Db.query("""
            select resource_id, count(*) told, count(*) filter (where delivery_status = 'delivered') arrived
              from touch
             where client_id = :client and sent_at >= :from and sent_at < :until and kind = 'sms' and not is_test
                   and resource_id is not null and delivery_status in ('delivered', 'undelivered')
             group by resource_id
            """)
                .bind("client", client)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> texts.put(
                        Rows.id(row, "resource_id", ResourceId::new),
                        new TextArrivals(row.getInt("told"), row.getInt("arrived"))))
                .list();
        return texts;
    }

    @Override
    public List<LastMail> lastMails(ClientId client, Collection<EmailAddress> addresses) {
        return Db.query("""
            select distinct on (asked.email) asked.email, found.lead_id, found.id
              from unnest(:emails, :keys) asked (email, key)
             cross join lateral (
                   select j.lead_id, j.id, j.sent_at, j.created_at from outreach_job j
                    where j.client_id = :client and j.recipient = asked.email and j.redirected_to is null
                      and j.touch_kind = 'email' and j.dispatch_count > 0
                   union all
                   select j.lead_id, j.id, j.sent_at, j.created_at
                     from lead l
                     join outreach_job j on j.client_id = l.client_id and j.lead_id = l.id
                    where l.client_id = :client and l.email_key = asked.key and l.deleted_at is null
                      and j.redirected_to is null and j.touch_kind = 'email' and j.dispatch_count > 0) found
             order by asked.email, found.sent_at desc nulls last, found.created_at desc, found.id desc
            """)
                .bind("client", client)
                .bind("emails", addresses.stream().map(EmailAddress::value).toArray(String[]::new))
                .bind("keys", addresses.stream().map(one -> one.key().value()).toArray(String[]::new))
                .map((row, context) -> new LastMail(
                        new EmailAddress(Rows.text(row, "email")),
                        Rows.id(row, "lead_id", LeadId::new),
                        Rows.id(row, "id", TouchId::new)))
                .list();
    }

    @Override
    public Set<LeadId> writtenTo(ClientId client, EmailAddress mailbox, DomainName company, Instant since) {
        return new HashSet<>(Db.query("""
            select distinct t.lead_id
              from touch t
              join lead l on l.client_id = t.client_id and l.id = t.lead_id and l.deleted_at is null
             where t.client_id = :client and t.sent_at >= :since and t.channel = 'email'
                   and t.resource_id = (select id from resource where kind = 'mailbox' and value = :mailbox)
                   and (l.domain_key = :company or split_part(l.email, '@', 2) = :company)
            """)
                .bind("client", client)
                .bind("since", since)
                .bind("mailbox", mailbox.value())
                .bind("company", company.value())
                .map((row, context) -> Rows.id(row, "lead_id", LeadId::new))
                .list());
    }

    @Override
    public Set<LeadId> bouncedAt(ClientId client, DomainName domain, Instant since) {
        return new HashSet<>(Db.query("""
            select distinct t.lead_id
              from touch t
              join lead l on l.client_id = t.client_id and l.id = t.lead_id and l.deleted_at is null
             where t.client_id = :client and t.delivery_status = 'bounced' and t.bounced_at >= :since
                   and t.channel = 'email' and not t.is_test and split_part(l.email, '@', 2) = :domain
            """)
                .bind("client", client)
                .bind("domain", domain.value())
                .bind("since", since)
                .map((row, context) -> Rows.id(row, "lead_id", LeadId::new))
                .list());
    }

    @Override
    public List<Known> before(ClientId client, LeadId lead, Instant until) {
        return Db.query(KnownTouches.COLUMNS + """
             where t.client_id = :client and t.lead_id = :lead and t.sent_at < :until and not t.is_test
             order by t.sent_at, t.id
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bind("until", until)
                .map((row, context) -> KnownTouches.read(row))
                .list();
    }

    @Override
    public Map<TouchId, Integer> fold(ClientId client, Collection<Fact> facts) {
        return facts.isEmpty() ? Map.of() : OutcomeRows.of(facts).write(client);
    }

    @Override
    public int implyDeliveries(ClientId client, Instant sentUntil) {
        // the kinds stand in the statement as they stand in the index that finds the few
        return Db.update("""
            update touch
               set delivery_status = 'delivered', delivered_implied = true, updated_at = now(), row_version = row_version + 1
             where client_id = :client and sent_at <= :until and delivery_status = 'accepted'
               and kind not in ('sms', 'letter', 'postcard')
            """).bind("client", client).bind("until", sentUntil).execute();
    }

    @Override
    public List<Silent> silentTexts(ClientId client, Silent.After after, Instant before, int limit) {
        return Db.query("""
            select id, provider, provider_message_id, sent_at from touch
             where client_id = :client and delivery_status = 'accepted' and kind = 'sms' and sent_at < :before
               and (sent_at, id) > (:after, :id) and provider_message_id is not null
             order by sent_at, id limit :limit
            """)
                .bind("client", client)
                .bind("before", before)
                .bind("after", after.sentAt())
                .bind("id", after.touch())
                .bind("limit", limit)
                .map((row, context) -> new Silent(
                        Rows.id(row, "id", TouchId::new),
                        Rows.text(row, "provider"),
                        Rows.text(row, "provider_message_id"),
                        Rows.instant(row, "sent_at")))
                .list();
    }

    @Override
    public int softBounces(ClientId client, LeadId lead, Instant since) {
        return Db.query("""
            select count(*) from touch
             where client_id = :client and lead_id = :lead and delivery_status = 'undelivered' and bounced_at >= :since
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }
}

package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresOneTimeTokens;
import io.agencyos.adapters.out.postgres.client.PostgresPlatformRulebook;
import io.agencyos.adapters.out.postgres.client.PostgresSignInAttempts;
import io.agencyos.adapters.out.postgres.client.PostgresSignedInSessions;
import io.agencyos.adapters.out.postgres.conversation.PostgresComposeDrafts;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorUsage;
import io.agencyos.application.conversation.KeepDrafts;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.platform.SweepRetention;
import io.agencyos.application.platform.SweepRetention.Chore;
import io.agencyos.application.platform.usage.VendorUsage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What is kept for a time only, each by the store that knows for how long. Source: data model 7. */
final class Keeping {

    private Keeping() {}

    static SweepRetention sweep(Product product) {
        WebhookInbox inbox = product.stores().conversation.inbox();
        return new SweepRetention(
                List.of(
                        new Chore("inbound_payloads", inbox::emptyOld),
                        new Chore("inbound_events", inbox::removeOld),
                        new Chore("idempotency_keys", product.stores().idempotentRequests::removeExpired),
                        new Chore("sign_ins", new PostgresSignedInSessions()::removeOld),
                        new Chore("links", new PostgresOneTimeTokens()::removeOld),
                        new Chore(
                                "compose_drafts",
                                (now, most) -> new PostgresComposeDrafts().removeOld(now.minus(KeepDrafts.KEPT), most)),
                        new Chore("exports", Exports.sweep()),
                        new Chore(
                                "audit",
                                (now, most) -> product.stores()
                                        .audit
                                        .removeOld(
                                                now,
                                                new PostgresPlatformRulebook(product.stores().sealer)
                                                        .read()
                                                        .audit(),
                                                most)),
                        new Chore(
                                "vendor_usage",
                                (now, most) -> new PostgresVendorUsage()
                                        .removeBefore(
                                                LocalDate.ofInstant(now, ZoneOffset.UTC)
                                                        .minus(VendorUsage.KEPT),
                                                most)),
                        new Chore("sign_in_attempts", new PostgresSignInAttempts()::removeOld)),
                product.basis().units(),
                product.basis().clock());
    }
}

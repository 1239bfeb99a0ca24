package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.Maintenance.Finding;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.application.outreach.mail.TryEmail;
import io.agencyos.application.outreach.mail.TryEmail.Outcome;
import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether an e-mail leaves by a vendor, asked by sending one to the client itself. Source: salesforge Beyond "self-test". */
final class EmailTrial {

    private static final String ADVICE = "look at the mailbox and its sequences at the vendor, and at the log";

    private EmailTrial() {}

    static Finding of(Product product, String vendor, String client, String from, String to, Duration within) {
        return of(product, vendor, client, from, to, within, EmailTrial::sleep);
    }

    static Finding of(
            Product product,
            String vendor,
            String client,
            String from,
            String to,
            Duration within,
            Consumer<Duration> pause) {
        if (!vendor.equals(Salesforge.VENDOR)) {
            return refused(vendor + " hands e-mail over itself: connecting it is its trial", "--vendor salesforge");
        }
        Optional<Client> found = product.basis().units().onPlatform(product.stores().clients::allLive).stream()
                .filter(one -> one.slug().equalsIgnoreCase(client) || one.name().equalsIgnoreCase(client))
                .findFirst();
        if (found.isEmpty()) {
            return refused("there is no client " + client, "agency-os client list");
        }
        Result<EmailAddress, InputProblem> sender = EmailAddress.parse(from);
        Result<EmailAddress, InputProblem> reader = EmailAddress.parse(to);
        if (!sender.isOk() || !reader.isOk()) {
            return refused("--from and --to are e-mail addresses", "name two mailboxes of the client");
        }
        Instant begun = product.basis().clock().now();
        Outcome outcome = new TryEmail(
                        product.salesforge().sender(),
                        whose -> product.salesforge().upkeep().catchUp(whose),
                        product.stores().mailboxes,
                        product.basis().units(),
                        product.basis().clock(),
                        pause)
                .run(found.get().id(), vendor, sender.orElseThrow(), reader.orElseThrow(), within);
        return switch (outcome) {
            case Outcome.Left(String slot, Instant sentAt) ->
                new Finding("trial", true, "left at " + sentAt + "; " + heard(product, found.get(), begun), "");
            case Outcome.Unseen(String slot) ->
                new Finding(
                        "trial",
                        false,
                        vendor + " took it and did not say within " + within.toMinutes() + " min that it left",
                        ADVICE);
            case Outcome.NotTried(String reason) -> refused(reason, "name two mailboxes of the client");
            case Outcome.Failed(VendorFailure failure) -> new Finding("trial", false, failure.told(), ADVICE);
        };
    }

    /** A server that runs beside this command notes what its webhooks bring; without one nobody listens. */
    private static String heard(Product product, Client client, Instant begun) {
        boolean pushed = product
                .basis()
                .units()
                .inTenant(
                        TenantScope.worker(client.id()),
                        () -> product.stores().vendorHooks.ofClient(client.id(), Salesforge.VENDOR))
                .stream()
                .filter(VendorHook::isInUse)
                .anyMatch(hook -> hook.lastEventAt() != null
                        && !hook.lastEventAt().plus(Duration.ofMinutes(1)).isBefore(begun));
        return pushed ? "a webhook brought something since" : "no webhook brought anything since";
    }

    private static Finding refused(String reason, String advice) {
        return new Finding("trial", false, reason, advice);
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it was watched whether an e-mail leaves", interrupted);
        }
    }
}

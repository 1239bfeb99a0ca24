package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.enrichment.PhoneLookup;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a question down, asks outside any unit of work, writes down what came of it. */
public final class RevealPhonesService implements RevealPhones {

    /** What a number costs at the vendor. Source: apollo 7. */
    private static final Metered A_NUMBER = Metered.usual(MeteredUnit.CREDIT, 8, false);

    private static final int REF_BYTES = 16;

    private final PhoneLookups lookups;
    private final PhoneSources sources;
    private final EnrichmentPorts on;
    private final EnrichmentWriter writer;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final RandomSource random;

    public RevealPhonesService(
            PhoneLookups lookups,
            PhoneSources sources,
            EnrichmentPorts on,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            RandomSource random) {
        this.lookups = lookups;
        this.sources = sources;
        this.on = on;
        this.writer = new EnrichmentWriter(on, units, clock, ids);
        this.units = units;
        this.clock = clock;
        this.random = random;
    }

    private static final class Tally {
        private int asked;
        private int unclear;
        private int unwanted;
        private int credits;
        private @Nullable VendorFailure failure;

        private Asked told(boolean more) {
            return new Asked(true, asked, unclear, unwanted, credits, more, Optional.ofNullable(failure));
        }
    }

    @Override
    public Asked ask(ClientId client) {
        return sources.of(client)
                .flatMap(source -> source.tellAt().map(tellAt -> ask(client, source, tellAt)))
                .orElseGet(() -> new Asked(false, 0, 0, 0, 0, false, Optional.empty()));
    }

    private Asked ask(ClientId client, PhoneSources.Source source, URI tellAt) {
        List<Lead> leads = units.inTenant(TenantScope.worker(client), () -> wanting(client));
        Tally tally = new Tally();
        for (Lead lead : leads) {
            ask(lead, source, tellAt, tally);
            if (tally.failure != null) {
                return tally.told(false);
            }
        }
        return tally.told(leads.size() == MOST);
    }

    /** The best first, as the store has them. */
    private List<Lead> wanting(ClientId client) {
        List<LeadId> ids = lookups.wanting(client, clock.now(), MOST);
        return on.leads().leads().findAll(client, ids).stream()
                .sorted(Comparator.comparingInt(lead -> ids.indexOf(lead.id())))
                .toList();
    }

    private void ask(Lead lead, PhoneSources.Source source, URI tellAt, Tally tally) {
        Instant now = clock.now();
        String ref = ref();
        PhoneLookup question =
                PhoneLookup.asked(lead.clientId(), lead.id(), source.vendor(), Digests.sha256Hex(ref), now);
        PersonKey key = VendorLook.key(lead);
        Optional<PhoneLookup> begun = units.inTenant(TenantScope.worker(lead.clientId()), () -> {
            boolean wanted = key.identifies() && !isSuppressed(lead, now);
            if (wanted && !on.meter().reserve(lead.clientId(), paidFor(question), source.vendor(), A_NUMBER, now)) {
                tally.failure = VendorTrouble.capped(source.vendor(), "phones");
                return Optional.empty();
            }
            PhoneLookup one = wanted ? question : question.over(PhoneLookup.State.UNWANTED, 0);
            return Optional.of(one).filter(lookups::begin);
        });
        if (begun.filter(PhoneLookup::isOpen).isEmpty()) {
            tally.unwanted += begun.isPresent() ? 1 : 0;
            return;
        }
        URI tellOfIt = URI.create(tellAt + "?ref=" + ref);
        switch (source.reveal().request(lead.clientId(), List.of(key), tellOfIt)) {
            case Result.Ok<PhoneReveal.Handle, VendorFailure>(PhoneReveal.Handle taken) -> {
                tally.asked++;
                tally.credits += taken.credits();
                save(question.taken(taken.id(), taken.credits(), clock.now()));
            }
            case Result.Err<PhoneReveal.Handle, VendorFailure>(VendorFailure failure) ->
                refused(question, failure, tally);
        }
    }

    /** By what the line of this question is named in the book of what vendors are paid for. */
    private static UUID paidFor(PhoneLookup question) {
        return UUID.nameUUIDFromBytes(("number|" + question.refHash()).getBytes(StandardCharsets.UTF_8));
    }

    private String ref() {
        byte[] bits = new byte[REF_BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    private boolean isSuppressed(Lead lead, Instant now) {
        Map<LeadId, Suppression> entries = on.leads()
                .suppressions()
                .matchAll(lead.clientId(), Map.of(lead.id(), Suppressions.Subject.of(lead)), now);
        return entries.values().stream().anyMatch(entry -> !entry.closesAddressOnly());
    }

    /** What may have arrived is left as it is: its word may still bring the answer, and nobody pays twice by reflex. */
    private void refused(PhoneLookup question, VendorFailure failure, Tally tally) {
        if (failure.ambiguous()) {
            tally.unclear++;
            tally.failure = failure;
            return;
        }
        switch (failure) {
            case VendorFailure.Invalid _, VendorFailure.NotFound _, VendorFailure.Conflict _ -> {
                tally.unwanted++;
                save(question.over(PhoneLookup.State.UNWANTED, 0));
            }
            case VendorFailure.RateLimited _,
                    VendorFailure.Unavailable _,
                    VendorFailure.Timeout _,
                    VendorFailure.Unauthorized _,
                    VendorFailure.OutOfCredits _ -> {
                tally.failure = failure;
                units.inTenant(TenantScope.worker(question.clientId()), () -> {
                    lookups.forget(question);
                    on.meter().book().drop(question.clientId(), List.of(paidFor(question)));
                    return question;
                });
            }
        }
    }

    /** What it has cost by now is known with every answer. */
    private boolean save(PhoneLookup question) {
        return units.inTenant(TenantScope.worker(question.clientId()), () -> {
            boolean saved = lookups.save(question);
            if (saved && !question.isOpen()) {
                on.meter()
                        .book()
                        .settle(
                                question.clientId(),
                                paidFor(question),
                                question.vendorCredits(),
                                MeteredUnit.CREDIT.usualPrice().times(question.vendorCredits()));
            }
            return saved;
        });
    }

    @Override
    public Looked look(ClientId client) {
        Optional<PhoneSources.Source> source = sources.of(client);
        List<PhoneLookup> due =
                units.inTenant(TenantScope.worker(client), () -> lookups.due(client, clock.now(), MOST));
        int found = 0;
        int missing = 0;
        int waiting = 0;
        int credits = 0;
        VendorFailure failure = null;
        for (PhoneLookup question : due) {
            Result<PhoneLookup, VendorFailure> looked = looked(question, source);
            if (looked instanceof Result.Err<PhoneLookup, VendorFailure>(VendorFailure away)) {
                failure = away;
            }
            PhoneLookup after = looked.toOptional().orElseGet(() -> question.notYet(Duration.ZERO, clock.now()));
            if (save(after)) {
                credits += after.vendorCredits() - question.vendorCredits();
                found += after.state() == PhoneLookup.State.FOUND ? 1 : 0;
                missing += after.state() == PhoneLookup.State.NOT_FOUND ? 1 : 0;
                waiting += after.isOpen() ? 1 : 0;
            }
        }
        return new Looked(found, missing, waiting, credits, Optional.ofNullable(failure));
    }

    private Result<PhoneLookup, VendorFailure> looked(PhoneLookup question, Optional<PhoneSources.Source> source) {
        String request = question.request();
        if (source.isEmpty() || request == null) {
            return Result.ok(question.notYet(Duration.ZERO, clock.now()));
        }
        return switch (source.get().reveal().result(question.clientId(), request)) {
            case Result.Ok<PhoneReveal.Answer, VendorFailure>(PhoneReveal.Answer.Pending(Duration rest)) ->
                Result.ok(question.notYet(rest, clock.now()));
            case Result.Ok<PhoneReveal.Answer, VendorFailure>(PhoneReveal.Answer.Revealed revealed) ->
                Result.ok(numbered(question, revealed));
            case Result.Err<PhoneReveal.Answer, VendorFailure>(VendorFailure failure) ->
                failure instanceof VendorFailure.NotFound
                        ? Result.ok(question.over(PhoneLookup.State.NOT_FOUND, 0))
                        : Result.err(failure);
        };
    }

    /** The question was about one person, so whose number it is needs no telling. */
    private PhoneLookup numbered(PhoneLookup question, PhoneReveal.Answer.Revealed revealed) {
        Optional<PhoneNumber> best =
                revealed.numbers().values().stream().flatMap(List::stream).findFirst();
        best.ifPresent(number -> writer.numbered(question.clientId(), question.lead(), number));
        return question.over(
                best.isPresent() ? PhoneLookup.State.FOUND : PhoneLookup.State.NOT_FOUND, revealed.credits());
    }

    @Override
    public boolean isExpected(ClientId client, String refHash, Instant now) {
        return units.inTenant(TenantScope.worker(client), () -> lookups.byRef(client, refHash))
                .filter(question -> question.isBelieved(now))
                .isPresent();
    }

    @Override
    public boolean told(ClientId client, String refHash, @Nullable String request) {
        return units.inTenant(
                TenantScope.worker(client),
                () -> lookups.byRef(client, refHash)
                        .filter(PhoneLookup::isOpen)
                        .map(question -> question.told(request, clock.now()))
                        .filter(lookups::save)
                        .isPresent());
    }
}

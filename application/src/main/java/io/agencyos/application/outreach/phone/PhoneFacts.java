package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.engine.ContactFacts;
import io.agencyos.application.outreach.engine.LeadSituations;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.ConsentBasis;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of the numbers of a batch of calls or texts: two statements, however many there are. Source: outreach 6.3, 6.5. */
final class PhoneFacts implements ContactFacts {

    private final Predicate<PhoneNumber> reachable;
    private final Map<LeadId, ChannelAddresses.Standing> standings;
    private final Map<DoNotCallStandings.Asked, GateFacts.Address.Register> register;
    private final Set<LeadId> agreed;
    private final Instant now;

    private PhoneFacts(
            Predicate<PhoneNumber> reachable,
            Map<LeadId, ChannelAddresses.Standing> standings,
            Map<DoNotCallStandings.Asked, GateFacts.Address.Register> register,
            Set<LeadId> agreed,
            Instant now) {
        this.reachable = reachable;
        this.standings = standings;
        this.register = register;
        this.agreed = agreed;
        this.now = now;
    }

    /** @param reachable whether a line of this kind can be reached on the channel at all */
    static PhoneFacts read(
            Channel channel,
            Setting setting,
            List<TouchCase> cases,
            Predicate<PhoneNumber> reachable,
            ChannelAddresses addresses,
            DoNotCallStandings register,
            ConsentBasis consents) {
        List<TouchCase> known =
                cases.stream().filter(one -> phone(one).isPresent()).toList();
        if (known.isEmpty()) {
            return new PhoneFacts(reachable, Map.of(), Map.of(), Set.of(), setting.now());
        }
        Map<DoNotCallStandings.Asked, GateFacts.Address.Register> said = new HashMap<>(register.of(known.stream()
                .flatMap(one -> asked(one, setting.now()).stream())
                .distinct()
                .toList()));
        Set<LeadId> listed = known.stream()
                .filter(one -> asked(one, setting.now())
                        .map(said::get)
                        .filter(GateFacts.Address.Register.LISTED::equals)
                        .isPresent())
                .map(one -> one.touch().leadId())
                .collect(Collectors.toSet());
        return new PhoneFacts(
                reachable,
                addresses.of(
                        setting.id(),
                        channel,
                        known.stream().map(one -> one.touch().leadId()).toList()),
                said,
                listed.isEmpty() ? Set.of() : consents.expressly(setting.id(), Channel.VOICE, listed, setting.now()),
                setting.now());
    }

    @Override
    public GateFacts.Address of(TouchCase one, LeadSituations.@Nullable Situation situation, boolean consent) {
        Optional<PhoneNumber> number = phone(one);
        AddressState told = number.flatMap(known -> told(one, known)).orElse(AddressState.OK);
        boolean closed = told == AddressState.INVALID
                || told == AddressState.BOUNCED
                || number.filter(reachable.negate()).isPresent()
                || situation != null && isSomebodyElses(situation.suppression());
        return new GateFacts.Address(
                situation != null && number.isPresent(),
                closed ? GateFacts.Address.State.INVALID : GateFacts.Address.State.OK,
                told == AddressState.OPTED_OUT,
                consent,
                register(one),
                0);
    }

    /** Who is listed may be contacted all the same where the person agreed expressly to be called. Source: outreach 6.5. */
    private GateFacts.Address.Register register(TouchCase one) {
        GateFacts.Address.Register said = asked(one, now)
                .map(register::get)
                .filter(Objects::nonNull)
                .orElse(GateFacts.Address.Register.UNAVAILABLE);
        boolean allowed = said == GateFacts.Address.Register.LISTED
                && agreed.contains(one.touch().leadId());
        return allowed ? GateFacts.Address.Register.CLEAN : said;
    }

    /** What was told of another number says nothing about this one. */
    private Optional<AddressState> told(TouchCase one, PhoneNumber number) {
        return Optional.ofNullable(standings.get(one.touch().leadId()))
                .filter(standing -> standing.address().equals(number.e164()))
                .map(ChannelAddresses.Standing::state);
    }

    private static boolean isSomebodyElses(@Nullable Suppression entry) {
        return entry != null && entry.closesAddressOnly() && entry.keyType() == SuppressionKeyType.PHONE;
    }

    static Optional<PhoneNumber> phone(TouchCase one) {
        return Optional.ofNullable(one.lead()).map(Lead::contact).map(contact -> contact.phone());
    }

    /** Asked for the day on which it is going to happen, on the recipient's calendar. */
    private static Optional<DoNotCallStandings.Asked> asked(TouchCase one, Instant now) {
        Instant planned = one.touch().scheduledAt();
        Instant then = planned.isAfter(now) ? planned : now;
        return phone(one)
                .map(number -> new DoNotCallStandings.Asked(
                        number, LocalDate.ofInstant(then, one.place().zone())));
    }
}

package io.agencyos.application.outreach;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.GateFacts;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is known of the numbers of a batch of calls or texts: two statements, however many there are. Source: outreach 6.3, 6.5. */
final class PhoneFacts implements ContactFacts {

    private final Predicate<PhoneNumber> reachable;
    private final Map<LeadId, ChannelAddresses.Standing> standings;
    private final Map<DoNotCallStandings.Asked, GateFacts.Address.Register> register;
    private final Instant now;

    private PhoneFacts(
            Predicate<PhoneNumber> reachable,
            Map<LeadId, ChannelAddresses.Standing> standings,
            Map<DoNotCallStandings.Asked, GateFacts.Address.Register> register,
            Instant now) {
        this.reachable = reachable;
        this.standings = standings;
        this.register = register;
        this.now = now;
    }

    /** @param reachable whether a line of this kind can be reached on the channel at all */
    static PhoneFacts read(
            Channel channel,
            Setting setting,
            List<TouchCase> cases,
            Predicate<PhoneNumber> reachable,
            ChannelAddresses addresses,
            DoNotCallStandings register) {
        List<TouchCase> known =
                cases.stream().filter(one -> phone(one).isPresent()).toList();
        if (known.isEmpty()) {
            return new PhoneFacts(reachable, Map.of(), Map.of(), setting.now());
        }
        return new PhoneFacts(
                reachable,
                addresses.of(
                        setting.id(),
                        channel,
                        known.stream().map(one -> one.touch().leadId()).toList()),
                new HashMap<>(register.of(known.stream()
                        .flatMap(one -> asked(one, setting.now()).stream())
                        .distinct()
                        .toList())),
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
                asked(one, now)
                        .map(register::get)
                        .filter(Objects::nonNull)
                        .orElse(GateFacts.Address.Register.UNAVAILABLE),
                0);
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

package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * How a client's own account at one vendor is connected. Calls the vendor, so never inside a unit of work. Source: api
 * 9.13.
 */
@SecondaryPort
public interface VendorConnector {

    /**
     * One thing that a person must say about the account.
     *
     * @param meaning one short phrase for people
     * @param choices the words that are allowed, empty for any text
     */
    record Field(String name, boolean required, String meaning, List<String> choices) {

        public Field {
            choices = List.copyOf(choices);
        }

        public static Field required(String name, String meaning) {
            return new Field(name, true, meaning, List.of());
        }

        /** One that may be left out; only these words are allowed. */
        public static Field oneOf(String name, String meaning, String... choices) {
            return new Field(name, false, meaning, List.of(choices));
        }

        public static Field optional(String name, String meaning) {
            return new Field(name, false, meaning, List.of());
        }

        /** An optional {@code true} or {@code false}. */
        public static Field yesOrNo(String name, String meaning) {
            return new Field(name, false, meaning, List.of("true", "false"));
        }
    }

    /**
     * Keys whose names the person chooses, at least one of them, such as a password for each mailbox.
     *
     * @param name what a name is, in one word, such as {@code ADDRESS}
     * @param meaning one short phrase for people
     * @param accepted whether a word can be such a name
     */
    record NamedKeys(String name, String meaning, Predicate<String> accepted) {}

    /**
     * A hook that stands at the vendor now.
     *
     * @param vendorHookId the vendor's id of it
     * @param hookId ours
     * @param secret by which its deliveries are verified
     * @param type the vendor's word for what it is told
     */
    record MadeHook(String vendorHookId, String hookId, SecretText secret, String type) {}

    /**
     * A hook of ours as the vendor has it.
     *
     * @param address where it pushes to
     * @param secret by which it would prove itself; empty where the vendor does not tell, or where the address is all the proof
     */
    record StandingHook(URI address, Optional<SecretText> secret) {

        public static StandingHook at(URI address) {
            return new StandingHook(address, Optional.empty());
        }
    }

    /** The vendor's name in routes, commands and the database. */
    String vendor();

    /** Whether this client may have an account there; asked inside units of work and outside. */
    default boolean serves(ClientId client) {
        return true;
    }

    /** What the account is for, such as {@code email}. */
    String capability();

    /** What the account's reference is, such as the id of a workspace. */
    String accountMeaning();

    /** The keys it needs; none of these is ever shown. */
    List<Field> credentials();

    /** The keys it needs under names of the person's choice; empty where the names are all known. */
    default Optional<NamedKeys> namedCredentials() {
        return Optional.empty();
    }

    List<Field> settings();

    /** Whether the account can be used with these keys, asked of the vendor; answers what a person knows it by. */
    Result<String, VendorFailure> test(VendorAccount account);

    /**
     * What would not work although the key does, a sentence for people each. Asks the vendor, which may call one of our hooks for it;
     * nothing is changed and nothing is paid for.
     */
    default List<String> examine(VendorAccount account) {
        return List.of();
    }

    /**
     * Makes all our hooks stand at the vendor; empty where the vendor cannot push. Those that we made before are looked
     * up by name and replaced, so that doing it again leaves as many as doing it once.
     */
    Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId);

    /**
     * Those of our hooks to which the vendor would push now, as far as they are switched on and whole; empty where it cannot be asked, or
     * does not push.
     */
    default Result<Optional<Set<StandingHook>>, VendorFailure> standingHooks(VendorAccount account) {
        return Result.ok(Optional.empty());
    }

    /**
     * The types of its events that a poll reads under the key of their push: both meet in one row of the inbox, so that the inbox itself
     * tells how many were not pushed.
     */
    default Set<String> typesThatArePolled() {
        return Set.of();
    }

    /**
     * How many events of a type happened in the account from one instant until before another, by the vendor's own books; only types
     * that it counts and that are not among {@link #typesThatArePolled}.
     */
    default Result<Map<String, Integer>, VendorFailure> happened(VendorAccount account, Instant from, Instant until) {
        return Result.ok(Map.of());
    }

    /** Takes our hooks away from the vendor; answers how many there were. */
    Result<Integer, VendorFailure> removeHooks(VendorAccount account);
}

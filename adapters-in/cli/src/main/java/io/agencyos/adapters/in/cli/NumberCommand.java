package io.agencyos.adapters.in.cli;

import io.agencyos.application.resource.PhoneNumberProvisioner.Offer;
import io.agencyos.application.resource.PhoneNumberProvisioner.Registration;
import io.agencyos.application.resource.lending.ProvisionNumber.Order;
import io.agencyos.application.resource.lending.ProvisionNumber.Outcome;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agency-os number offers|add}. Source: outreach 10.8. */
@Command(
        name = "number",
        description = "Shows the numbers that a client's carrier sells, and gives a client one more.",
        mixinStandardHelpOptions = true)
public final class NumberCommand implements Runnable {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int SHOWN = 20;

    private final NumberDesk.Opener opener;

    @Spec
    private CommandSpec spec;

    public NumberCommand(NumberDesk.Opener opener) {
        this.opener = opener;
    }

    /** Who will use a number; the carrier asks for all of it. */
    static final class User {

        @Option(names = "--business", required = true, description = "legal name of who sends from it")
        private String business = "";

        @Option(names = "--address", required = true, description = "street and house number")
        private String address = "";

        @Option(names = "--suburb", required = true)
        private String suburb = "";

        @Option(names = "--postcode", required = true)
        private String postcode = "";

        @Option(names = "--state", required = true, description = "state of the address, such as Victoria")
        private String state = "";

        @Option(names = "--contact", required = true, description = "name of a person who answers for it")
        private String contact = "";

        @Option(names = "--contact-number", required = true, description = "where that person can be called")
        private String contactNumber = "";

        private Result<Registration, InputProblem> read() {
            return PhoneNumbers.parse(contactNumber, Country.AUSTRALIA)
                    .map(number -> new Registration(business, address, suburb, postcode, state, contact, number));
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "offers",
            description = "Lists numbers for sale, the cheapest first.",
            mixinStandardHelpOptions = true)
    int offers(
            @Parameters(paramLabel = "CLIENT", description = "name, slug or id of the client") String client,
            @Option(names = "--digits", defaultValue = "", description = "digits that the number shall hold")
                    String digits) {
        return forClient(
                client,
                (desk, found) -> desk.numbers().offers(found.id(), digits).fold(this::listed, this::refusedByCarrier));
    }

    private int listed(List<Offer> offers) {
        Stream<String> lines = offers.isEmpty()
                ? Stream.of("Nothing is for sale, or the client has connected no carrier (agency-os connect).")
                : offers.stream()
                        .limit(SHOWN)
                        .map(offer -> "%s  A$%s a month, A$%s once"
                                .formatted(
                                        offer.number().e164(),
                                        offer.monthly().toPlainString(),
                                        offer.setUp().toPlainString()));
        return said(spec.commandLine().getOut(), 0, lines);
    }

    @Command(
            name = "add",
            description = {
                "Gives the client one number more to text from, in its own account at its carrier.",
                "One that stands there unused is taken before any is bought; asking again never buys twice."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "CLIENT", description = "name, slug or id of the client") String client,
            @Option(names = "--digits", defaultValue = "", description = "digits that the number shall hold")
                    String digits,
            @ArgGroup(exclusive = false) @Nullable User user) {
        return forClient(client, (desk, found) -> {
            Result<Optional<Registration>, InputProblem> registration =
                    user == null ? Result.ok(Optional.empty()) : user.read().map(Optional::of);
            return registration.fold(
                    who -> told(
                            found,
                            desk.numbers()
                                    .provide(
                                            Actor.system(),
                                            new Order(found.id(), digits, who.orElse(null)),
                                            Origin.NONE)),
                    problem -> failed(MISUSED, "--contact-number: " + problem.reason()));
        });
    }

    private int told(Client client, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Provided(var number, var monthly) ->
                said(
                        spec.commandLine().getOut(),
                        0,
                        Stream.of(client.name() + " texts from " + number.value() + " now" + price(monthly) + "."));
            case Outcome.NoSuchClient() -> failed(MISUSED, "CLIENT: there is no such client");
            case Outcome.NoCarrier() ->
                failed(FAILED, client.name() + " has connected no carrier; connect one: agency-os connect");
            case Outcome.BundleMissing(String field) ->
                failed(
                        FAILED,
                        "regulatory_bundle_missing: the carrier must know who uses a number (" + field
                                + "); nothing was bought");
            case Outcome.NothingForSale() -> failed(FAILED, "no number for sale is like that");
            case Outcome.Busy(PhoneNumber number) ->
                failed(FAILED, number.e164() + " is being bought for this client right now; try again in some minutes");
            case Outcome.Failed(VendorFailure failure) -> refusedByCarrier(failure);
        };
    }

    private static String price(@Nullable BigDecimal monthly) {
        return monthly == null
                ? ", which stood in its account already"
                : ", bought for A$" + monthly.toPlainString() + " a month";
    }

    private int forClient(String meant, BiFunction<NumberDesk, Client, Integer> work) {
        try (NumberDesk desk = opener.open()) {
            return desk.client(meant)
                    .map(found -> work.apply(desk, found))
                    .orElseGet(() -> failed(MISUSED, "CLIENT: there is no client " + meant));
        }
    }

    private int refusedByCarrier(VendorFailure failure) {
        return failed(FAILED, failure.told());
    }

    private int failed(int code, String sentence) {
        return said(spec.commandLine().getErr(), code, Stream.of("agency-os: " + sentence));
    }

    private static int said(PrintWriter out, int code, Stream<String> lines) {
        lines.forEach(out::println);
        out.flush();
        return code;
    }
}

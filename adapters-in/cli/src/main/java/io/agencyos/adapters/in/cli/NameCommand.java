package io.agencyos.adapters.in.cli;

import io.agencyos.application.resource.AlphaTags.Business;
import io.agencyos.application.resource.AlphaTags.Representative;
import io.agencyos.application.resource.AlphaTags.Tag;
import io.agencyos.application.resource.AlphaTags.Wish;
import io.agencyos.application.resource.lending.RegisterSenderNames.Outcome;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agency-os name list|register}. Source: clicksend 6 C10, outreach 6.6. */
@Command(
        name = "name",
        description =
                "Registers a name under which a client's account may text its own people. Campaigns text from numbers.",
        mixinStandardHelpOptions = true)
public final class NameCommand implements Runnable {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final NumberDesk.Opener opener;

    @Spec
    private CommandSpec spec;

    public NameCommand(NumberDesk.Opener opener) {
        this.opener = opener;
    }

    /** Whose name it is; the register asks for all of it. */
    static final class Owner {

        @Option(names = "--business", required = true, description = "legal name of the business")
        private String business = "";

        @Option(names = "--abn", required = true, description = "its Australian Business Number, 11 digits")
        private String abn = "";

        @Option(names = "--website", required = true)
        private URI website = URI.create("");

        @Option(names = "--phone", required = true, description = "where the business is called")
        private String phone = "";

        @Option(names = "--address", required = true, description = "street and house number")
        private String address = "";

        @Option(names = "--suburb", required = true)
        private String suburb = "";

        @Option(names = "--state", required = true, description = "such as VIC")
        private String state = "";

        @Option(names = "--postcode", required = true)
        private String postcode = "";

        @Option(names = "--first-name", required = true, description = "of the person who answers for it")
        private String firstName = "";

        @Option(names = "--last-name", required = true)
        private String lastName = "";

        @Option(names = "--email", required = true, description = "of that person")
        private String email = "";

        @Option(names = "--title", required = true, description = "such as Director")
        private String title = "";

        /** The first thing that cannot be read is told by its option. */
        private Result<Wish, String> wish(String name, String reason) {
            Optional<EmailAddress> mail = EmailAddress.parse(email).toOptional();
            if (mail.isEmpty()) {
                return Result.err("--email: this is no address");
            }
            return PhoneNumbers.parse(phone, Country.AUSTRALIA)
                    .fold(
                            number -> Result.ok(new Wish(
                                    name,
                                    reason,
                                    new Business(
                                            business,
                                            abn.replace(" ", ""),
                                            website,
                                            number,
                                            address,
                                            suburb,
                                            state.toUpperCase(Locale.ROOT),
                                            postcode),
                                    new Representative(firstName, lastName, mail.get(), title),
                                    null)),
                            problem -> Result.err("--phone: " + problem.reason()));
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            description = "Shows the names of a client's account and how far their registration is.",
            mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "CLIENT", description = "name, slug or id of the client") String client) {
        return forClient(
                client, (desk, found) -> desk.names().names(found.id()).fold(this::listed, this::refusedByCarrier));
    }

    private int listed(List<Tag> names) {
        return said(
                spec.commandLine().getOut(),
                0,
                names.isEmpty()
                        ? Stream.of(
                                "No name is registered, or the client has connected no carrier (agency-os connect).")
                        : names.stream().map(NameCommand::line));
    }

    private static String line(Tag name) {
        return name.name() + "  " + name.status().toLowerCase(Locale.ROOT)
                + (name.usable() ? ", may be used" : ", not to be used yet");
    }

    @Command(
            name = "register",
            description = {
                "Asks the carrier to register a name; the carrier, the business and the regulator have to agree.",
                "Asking again for a name that is known asks for nothing."
            },
            mixinStandardHelpOptions = true)
    int register(
            @Parameters(paramLabel = "CLIENT", description = "name, slug or id of the client") String client,
            @Parameters(paramLabel = "NAME", description = "3 to 11 letters or digits") String name,
            @Option(names = "--reason", required = true, description = "what it is used for, in a sentence")
                    String reason,
            @ArgGroup(exclusive = false, multiplicity = "1") Owner owner) {
        return forClient(
                client,
                (desk, found) -> owner.wish(name, reason)
                        .fold(
                                wish -> told(
                                        found, desk.names().register(Actor.system(), found.id(), wish, Origin.NONE)),
                                problem -> failed(MISUSED, problem)));
    }

    private int told(Client client, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Asked(Tag tag) -> said(spec.commandLine().getOut(), 0, Stream.of(line(tag)));
            case Outcome.NoSuchClient() -> failed(MISUSED, "CLIENT: there is no such client");
            case Outcome.NoCarrier() ->
                failed(FAILED, client.name() + " has connected no carrier; connect one: agency-os connect");
            case Outcome.Wrong(String field) -> failed(MISUSED, field + " cannot be right; nothing was asked for");
            case Outcome.Failed(VendorFailure failure) -> refusedByCarrier(failure);
        };
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

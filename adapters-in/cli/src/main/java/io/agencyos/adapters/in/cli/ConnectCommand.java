package io.agencyos.adapters.in.cli;

import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.ConnectVendor.Hearing;
import io.agencyos.application.platform.vendor.ConnectVendor.Outcome;
import io.agencyos.application.platform.vendor.VendorAccountView;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agency-os connect}. A key is never an argument: those can be seen by others. */
@Command(
        name = "connect",
        description = {
            "Connects a client's own account at a vendor, or connects it anew.",
            "Keys are asked for at the terminal, else read from standard input, one per line; the first may stand in"
                    + " AGENCYOS_VENDOR_KEY."
        },
        mixinStandardHelpOptions = true)
public final class ConnectCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final ConnectionDesk.Opener opener;
    private final AskedPassword keys;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "VENDOR", description = "name of the vendor")
    private String vendor = "";

    @Option(names = "--client", required = true, paramLabel = "NAME", description = "name, slug or id of the client")
    private String client = "";

    @Option(
            names = "--account",
            required = true,
            paramLabel = "REF",
            description = "which account there, such as the id of a workspace")
    private String account = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the account; may be repeated")
    private Map<String, String> settings = new HashMap<>();

    @Option(
            names = "--with",
            paramLabel = "KEY",
            description = "name of a key that is not required, or is of your choice, and shall be asked for; may be"
                    + " repeated")
    private Set<String> optionalKeys = new LinkedHashSet<>();

    public ConnectCommand(ConnectionDesk.Opener opener, AskedPassword keys) {
        this.opener = opener;
        this.keys = keys;
    }

    @Override
    public Integer call() {
        try (ConnectionDesk desk = opener.open()) {
            Optional<VendorConnector> connector = desk.vendors().stream()
                    .filter(known -> known.vendor().equals(vendor))
                    .findFirst();
            if (connector.isEmpty()) {
                return noVendor(
                        desk.vendors().stream().map(VendorConnector::vendor).toList());
            }
            Optional<Client> found = desk.client(client);
            if (found.isEmpty()) {
                return refused("--client: there is no client " + client + "; open one: agency-os client add \"" + client
                        + "\"");
            }
            return connect(desk, connector.get(), found.get());
        }
    }

    private int connect(ConnectionDesk desk, VendorConnector connector, Client found) {
        Set<String> unknown = new HashSet<>(optionalKeys);
        connector.credentials().forEach(field -> unknown.remove(field.name()));
        connector.namedCredentials().ifPresent(keys -> unknown.removeIf(keys.accepted()));
        if (!unknown.isEmpty()) {
            return refused("--with: " + String.join(", ", unknown) + " is no key of " + vendor);
        }
        ConnectVendor.Request request = new ConnectVendor.Request(vendor, account, asked(connector), settings);
        return switch (desk.connectVendor().connect(TenantScope.worker(found.id()), request, Origin.NONE)) {
            case Outcome.Connected done -> connected(done, found, connector);
            case Outcome.Rejected(VendorFailure failure) ->
                failed(vendor + " refused, nothing was stored: " + shown(failure));
            case Outcome.UnknownVendor(List<String> known) -> noVendor(known);
            case Outcome.Invalid(List<ConnectVendor.FieldProblem> problems) ->
                refused(problems.stream()
                        .map(problem -> problem.field() + " " + problem.reason())
                        .collect(Collectors.joining("; ")));
            case Outcome.RoleRequired required ->
                throw new IllegalStateException("the command line acts as the product itself");
        };
    }

    /** The first key may come from the environment; each further one is typed or the next line. */
    private Map<String, SecretText> asked(VendorConnector connector) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Set<String> chosen = new LinkedHashSet<>(optionalKeys);
        for (VendorConnector.Field field : connector.credentials()) {
            if (chosen.remove(field.name()) || field.required()) {
                wanted.put(field.name(), field.meaning());
            }
        }
        connector.namedCredentials().ifPresent(named -> chosen.forEach(name -> wanted.put(name, named.meaning())));
        Map<String, SecretText> given = new HashMap<>();
        boolean first = true;
        for (Map.Entry<String, String> key : wanted.entrySet()) {
            String prompt = key.getKey() + " (" + key.getValue() + ")";
            Optional<SecretText> said = first ? keys.ask(prompt) : keys.askAnother(prompt);
            said.ifPresent(secret -> given.put(key.getKey(), secret));
            first = false;
        }
        return given;
    }

    private int connected(Outcome.Connected done, Client found, VendorConnector connector) {
        PrintWriter out = spec.commandLine().getOut();
        VendorAccountView.Account made = done.account().connected();
        out.println((done.anew() ? "Connected anew: " : "Connected: ") + vendor + " " + made.label() + " ("
                + made.accountRef() + ") for " + found.name());
        out.println(told(done.hearing()));
        connector.credentials().stream()
                .filter(field -> !made.last4().containsKey(field.name()))
                .forEach(field -> out.println(
                        "Not given: " + field.name() + ", " + field.meaning() + " (--with " + field.name() + ")"));
        out.flush();
        return 0;
    }

    private static String told(Hearing hearing) {
        return switch (hearing) {
            case Hearing.Pushed(int hooks) -> "The vendor tells us what happens, by " + hooks + " hooks.";
            case Hearing.NothingToPush none -> "The vendor tells nothing by itself; it is asked from time to time.";
            case Hearing.NoPublicAddress none ->
                "This installation has no public address; the vendor is asked from time to time.";
            case Hearing.NotRegistered(VendorFailure failure) ->
                "The vendor did not take our hooks and is asked from time to time; connect again later: "
                        + shown(failure);
        };
    }

    private static String shown(VendorFailure failure) {
        return failure.told();
    }

    private int noVendor(List<String> known) {
        return refused("VENDOR: " + vendor + " cannot be connected; known: " + String.join(", ", known));
    }

    private int failed(String sentence) {
        return said(FAILED, sentence);
    }

    private int refused(String sentence) {
        return said(MISUSED, sentence);
    }

    private int said(int code, String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("agency-os: " + sentence);
        err.flush();
        return code;
    }
}

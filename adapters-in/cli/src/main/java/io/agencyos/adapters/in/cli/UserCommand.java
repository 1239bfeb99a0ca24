package io.agencyos.adapters.in.cli;

import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.client.identity.ResetPassword;
import io.agencyos.application.client.staff.AppointFirstStaff;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agency-os user add|list|reset-password|first-staff}. A password is never an argument: those can be seen by others. */
@Command(
        name = "user",
        description = {
            "Adds and lists people who sign in, and sets their passwords anew.",
            "A password is asked for at the terminal, else read from standard input or AGENCYOS_USER_PASSWORD."
        },
        mixinStandardHelpOptions = true)
public final class UserCommand implements Runnable {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Desk.Opener opener;
    private final AskedPassword passwords;

    @Spec
    private CommandSpec spec;

    public UserCommand(Desk.Opener opener, AskedPassword passwords) {
        this.opener = opener;
        this.passwords = passwords;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "add",
            description = "Makes a person a member of a client, and a user where there is none yet.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "EMAIL") String email,
            @Option(
                            names = "--client",
                            required = true,
                            paramLabel = "NAME",
                            description = "name, slug or id of the client")
                    String client,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "owner, admin, member or viewer")
                    String role,
            @Option(names = "--name", defaultValue = "", paramLabel = "NAME", description = "the person's full name")
                    String name) {
        Optional<Role> known = Vocabulary.parse(Role.class, role).filter(Role::isMembership);
        if (known.isEmpty()) {
            return refused("--role: " + role + " is none of owner, admin, member, viewer");
        }
        return switch (EmailAddress.parse(email)) {
            case Result.Err<EmailAddress, InputProblem>(InputProblem problem) -> refused("EMAIL: " + problem.reason());
            case Result.Ok<EmailAddress, InputProblem>(EmailAddress address) -> add(address, client, known.get(), name);
        };
    }

    private int add(EmailAddress email, String clientName, Role role, String name) {
        try (Desk desk = opener.open()) {
            Optional<Client> client = desk.client(clientName);
            if (client.isEmpty()) {
                return noClient(clientName);
            }
            Optional<SecretText> password = passwords.ask("Password for " + email);
            if (password.isEmpty()) {
                return refused("there is no password");
            }
            var request = new AddUser.Request(email, name, client.get().id(), role, password.get());
            return switch (desk.addUser().add(request)) {
                case AddUser.Outcome.Added(Member member, boolean newUser) ->
                    told(0, (newUser ? "Added " : "Known already, added to the client: ") + shown(member));
                case AddUser.Outcome.AlreadyMember(Member member) ->
                    told(FAILED, "A member already, nothing was changed: " + shown(member));
                case AddUser.Outcome.WeakPassword(PasswordPolicy.Fault fault) -> weak(fault);
                case AddUser.Outcome.NoSuchClient none -> noClient(clientName);
                case AddUser.Outcome.Invalid(String reason) -> refused(reason);
            };
        }
    }

    @Command(name = "list", description = "Lists the members of a client.", mixinStandardHelpOptions = true)
    int list(
            @Option(
                            names = "--client",
                            required = true,
                            paramLabel = "NAME",
                            description = "name, slug or id of the client")
                    String clientName) {
        try (Desk desk = opener.open()) {
            Optional<Client> client = desk.client(clientName);
            if (client.isEmpty()) {
                return noClient(clientName);
            }
            PrintWriter out = spec.commandLine().getOut();
            desk.listMembers().of(client.get().id()).forEach(member -> out.println(shown(member)));
            out.flush();
            return 0;
        }
    }

    @Command(
            name = "reset-password",
            description = "Sets a person's password anew and ends every sign-in.",
            mixinStandardHelpOptions = true)
    int resetPassword(@Parameters(paramLabel = "EMAIL") String email) {
        return switch (EmailAddress.parse(email)) {
            case Result.Err<EmailAddress, InputProblem>(InputProblem problem) -> refused("EMAIL: " + problem.reason());
            case Result.Ok<EmailAddress, InputProblem>(EmailAddress address) -> reset(address);
        };
    }

    private int reset(EmailAddress email) {
        try (Desk desk = opener.open()) {
            Optional<SecretText> password = passwords.ask("New password for " + email);
            if (password.isEmpty()) {
                return refused("there is no password");
            }
            return switch (desk.resetPassword().reset(email, password.get())) {
                case ResetPassword.Outcome.Reset(User user, int ended) ->
                    told(0, "The password of " + user.email() + " is set anew; sign-ins ended: " + ended);
                case ResetPassword.Outcome.NoSuchUser none -> told(FAILED, "Nobody has the address " + email);
                case ResetPassword.Outcome.WeakPassword(PasswordPolicy.Fault fault) -> weak(fault);
            };
        }
    }

    @Command(
            name = "first-staff",
            description =
                    "Names the first of the platform's staff, where an identity provider outside signs people in.",
            mixinStandardHelpOptions = true)
    int firstStaff(
            @Parameters(paramLabel = "EMAIL") String email,
            @Option(
                            names = "--subject",
                            required = true,
                            paramLabel = "SUBJECT",
                            description = "the person at the provider, as sub of its tokens names them")
                    String subject) {
        return switch (EmailAddress.parse(email)) {
            case Result.Err<EmailAddress, InputProblem>(InputProblem problem) -> refused("EMAIL: " + problem.reason());
            case Result.Ok<EmailAddress, InputProblem>(EmailAddress address) ->
                subject.isBlank() ? refused("--subject: nobody is named") : appoint(subject.strip(), address);
        };
    }

    private int appoint(String subject, EmailAddress email) {
        try (Desk desk = opener.open()) {
            Optional<AppointFirstStaff> firstStaff = desk.firstStaff();
            if (firstStaff.isEmpty()) {
                return refused("people sign in here: the setup code that serve shows makes the first of the staff");
            }
            return switch (firstStaff.get().appoint(subject, email)) {
                case AppointFirstStaff.Outcome.Appointed(User staff, boolean made) ->
                    told(
                            0,
                            "Of the staff from now on: " + staff.email() + "  ("
                                    + staff.id().text() + ")" + (made ? ", who has not signed in yet" : ""));
                case AppointFirstStaff.Outcome.StaffIsThere there ->
                    told(
                            FAILED,
                            "There is staff already: PATCH /api/v1/admin/users/{id} makes more, nothing was changed");
                case AppointFirstStaff.Outcome.NotEligible shutOut ->
                    told(FAILED, "This person is suspended or deleted, nothing was changed");
            };
        }
    }

    private int weak(PasswordPolicy.Fault fault) {
        return refused(
                switch (fault) {
                    case TOO_SHORT -> "a password has at least 12 characters";
                    case TOO_LONG -> "a password has at most 128 characters";
                    case COMMON -> "this password is among those that everybody tries first";
                    case IS_EMAIL -> "the e-mail address is no password";
                    case IS_COMPANY_NAME -> "the company's name is no password";
                });
    }

    private int noClient(String name) {
        return refused("--client: there is no client " + name + "; open one: agency-os client add \"" + name + "\"");
    }

    private static String shown(Member member) {
        User user = member.user();
        String name = user.fullName().isEmpty() ? "" : user.fullName() + "  ";
        return name + user.email() + "  (" + member.membership().role().wire() + ", "
                + user.id().text() + ")";
    }

    private int told(int code, String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
        return code;
    }

    private int refused(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("agency-os: " + sentence);
        err.flush();
        return MISUSED;
    }
}

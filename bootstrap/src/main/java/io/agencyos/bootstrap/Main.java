package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.AskedPassword;
import io.agencyos.adapters.in.cli.BenchCommand;
import io.agencyos.adapters.in.cli.CisCommand;
import io.agencyos.adapters.in.cli.ClientCommand;
import io.agencyos.adapters.in.cli.ConfigCommand;
import io.agencyos.adapters.in.cli.ConnectCommand;
import io.agencyos.adapters.in.cli.DemoCommand;
import io.agencyos.adapters.in.cli.DoctorCommand;
import io.agencyos.adapters.in.cli.ImportCommand;
import io.agencyos.adapters.in.cli.KeysCommand;
import io.agencyos.adapters.in.cli.Maintenance;
import io.agencyos.adapters.in.cli.MigrateCommand;
import io.agencyos.adapters.in.cli.NameCommand;
import io.agencyos.adapters.in.cli.NumberCommand;
import io.agencyos.adapters.in.cli.OpenApiCommand;
import io.agencyos.adapters.in.cli.OptOutsCommand;
import io.agencyos.adapters.in.cli.PrepareCommand;
import io.agencyos.adapters.in.cli.ServeCommand;
import io.agencyos.adapters.in.cli.SimulateCommand;
import io.agencyos.adapters.in.cli.UserCommand;
import io.agencyos.adapters.out.postgres.kernel.DatabaseInUse;
import io.agencyos.adapters.out.postgres.kernel.SchemaMismatch;
import io.agencyos.adapters.out.security.InstallationSecretUnusable;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.bootstrap.bench.SystemBenchmarks;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.demo.DemoRefused;
import io.agencyos.bootstrap.demo.SystemDemo;
import io.agencyos.bootstrap.serve.Description;
import io.agencyos.bootstrap.serve.SystemServer;
import io.agencyos.bootstrap.serve.Uptime;
import io.agencyos.bootstrap.simulate.SystemSimulations;
import io.agencyos.domain.shared.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The process's entry point. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration. */
@Command(
        name = "agency-os",
        description = "Outbound sales for marketing agencies.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.ManifestVersion.class,
        footer = {
            "",
            "See it at work: agency-os demo. Options of one: agency-os COMMAND --help.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration."
        })
public final class Main implements Runnable {

    private static final int MISCONFIGURED = 2;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        int code = run(System.getenv(), args);
        if (!Uptime.isEnding()) {
            System.exit(code);
        }
    }

    /** Runs one command line in the given environment and answers its exit code. */
    static int run(Map<String, String> environment, String... args) {
        return switch (Settings.read(environment)) {
            case Result.Ok<Settings, List<String>>(Settings settings) ->
                commandLine(settings).execute(args);
            case Result.Err<Settings, List<String>>(List<String> mistakes) -> {
                mistakes.forEach(mistake -> System.err.println("agency-os: " + mistake));
                yield MISCONFIGURED;
            }
        };
    }

    /** In the order in which somebody new meets them. */
    static CommandLine commandLine(Settings settings) {
        Maintenance maintenance = new SystemMaintenance(settings);
        return new CommandLine(new Main())
                .addSubcommand(new DemoCommand(new SystemDemo(settings, version())))
                .addSubcommand(new ServeCommand(new SystemServer(settings, version())))
                .addSubcommand(new DoctorCommand(maintenance))
                .addSubcommand(new ConfigCommand(maintenance))
                .addSubcommand(new MigrateCommand(maintenance))
                .addSubcommand(new ClientCommand(() -> SystemDesk.open(settings)))
                .addSubcommand(new UserCommand(
                        () -> SystemDesk.open(settings), new AskedPassword(settings.userPassword(), System.in)))
                .addSubcommand(new ConnectCommand(
                        () -> SystemDesk.open(settings), new AskedPassword(settings.vendorKey(), System.in)))
                .addSubcommand(new NumberCommand(() -> SystemDesk.open(settings)))
                .addSubcommand(new NameCommand(() -> SystemDesk.open(settings)))
                .addSubcommand(new ImportCommand(() -> SystemDesk.open(settings)))
                .addSubcommand(new KeysCommand(() -> SystemKeys.open(settings)))
                .addSubcommand(new OptOutsCommand(() -> SystemDesk.open(settings)))
                .addSubcommand(new OpenApiCommand(() -> Description.openApi(version())))
                .addSubcommand(new BenchCommand(new SystemBenchmarks()))
                .addSubcommand(new SimulateCommand(new SystemSimulations()))
                .addSubcommand(new CisCommand())
                .addSubcommand(new PrepareCommand(maintenance))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!isExpected(failure)) {
                        throw failure;
                    }
                    line.getErr().println("agency-os: " + sentence(failure, settings));
                    line.getErr().flush();
                    return line.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    /** What happens to well-meant commands on a real machine; everything else is a defect and shows its trace. */
    private static boolean isExpected(Exception failure) {
        return failure instanceof StorageUnavailable
                || failure instanceof DatabaseInUse
                || failure instanceof InstallationSecretUnusable
                || failure instanceof SettingRefused
                || failure instanceof SchemaMismatch
                || failure instanceof DemoRefused
                || failure instanceof UncheckedIOException
                || failure instanceof IOException;
    }

    /** A full disk, a file that went away: the exception of a file alone often says no more than its name. */
    private static String sentence(Exception failure, Settings settings) {
        return switch (failure) {
            case UncheckedIOException wrapped -> wrapped.getMessage() + " (" + wrapped.getCause() + ")";
            case IOException plain -> plain.toString();
            case StorageUnavailable down
            when settings.externalDatabase().isEmpty() ->
                down.getMessage() + DiskRoom.remark(settings.dataDirectory(), DiskRoom.LITTLE);
            default -> String.valueOf(failure.getMessage());
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class ManifestVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"agency-os " + version()};
        }
    }
}

package io.agencyos.bootstrap;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The process's entry point. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "agency-os",
        description = "Outbound sales for marketing agencies.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.ManifestVersion.class)
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class ManifestVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"agency-os " + (version == null ? "(unpackaged)" : version)};
        }
    }
}

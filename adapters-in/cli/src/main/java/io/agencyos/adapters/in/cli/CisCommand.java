package io.agencyos.adapters.in.cli;

import picocli.CommandLine.Command;

/** {@code agency-os cis}: the statistics of learning, on a file of one's own. */
@Command(
        name = "cis",
        description = "The statistics of learning, on a file of your own.",
        mixinStandardHelpOptions = true,
        subcommands = {ValidateCommand.class, ReplayCommand.class, WeightsCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class CisCommand {}

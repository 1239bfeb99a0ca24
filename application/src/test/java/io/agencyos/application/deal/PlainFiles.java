package io.agencyos.application.deal;

import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Files whose cells hold neither commas nor quotes. */
public final class PlainFiles implements LeadFiles {

    @Override
    public LeadFile open(LeadFiles.Source source) {
        List<String> lines = lines(source);
        if (lines.isEmpty()) {
            throw new UnreadableLeadFile("file_empty", 0, "There is no header.");
        }
        return new LeadFile(
                cells(lines.getFirst()),
                List.of(),
                IntStream.range(1, lines.size())
                        .mapToObj(i -> new LeadFile.Row(i + 1, cells(lines.get(i))))
                        .iterator(),
                () -> {});
    }

    private static List<String> lines(LeadFiles.Source source) {
        try (InputStream content = source.open()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException gone) {
            throw new UnreadableLeadFile("file_unreadable", 0, "The file cannot be read.");
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }
}

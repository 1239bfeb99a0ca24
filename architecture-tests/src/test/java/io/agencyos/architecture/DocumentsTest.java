package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    private static final Path ROOT = Houses.root();

    @Test
    void every_link_of_a_document_leads_somewhere() {
        List<Path> documents = Documents.of(ROOT);

        assertThat(documents).anyMatch(file -> file.endsWith("docs/README.md"));
        assertThat(documents).flatMap(Documents::links).isNotEmpty();
        assertThat(documents).flatMap(Documents::deadLinks).isEmpty();
    }

    @Test
    void code_that_a_document_quotes_reads_as_in_its_file() {
        List<Path> documents = Documents.of(ROOT);

        assertThat(documents).flatMap(Documents::quotes).isNotEmpty();
        assertThat(documents)
                .flatMap(document -> Documents.misquotes(ROOT, document))
                .isEmpty();
    }

    @Test
    void a_type_that_a_document_names_with_its_package_is_there() {
        List<Path> documents = Documents.of(ROOT);
        List<Path> sources = Houses.sources();

        assertThat(documents).flatMap(Documents::typesInPackages).contains("outreach.channel.EmailSender");
        assertThat(documents)
                .flatMap(document -> Documents.misplacedTypes(sources, document))
                .isEmpty();
    }

    @Test
    void a_type_that_moved_is_named(@TempDir Path folder) throws IOException {
        Path document =
                Files.writeString(folder.resolve("guide.md"), "`lead.Pool`, `lead.source.Pool` and `java.net.IDN`");

        assertThat(Documents.misplacedTypes(List.of(folder.resolve("io/agencyos/lead/source/Pool.java")), document))
                .containsExactly(document + " names lead.Pool");
    }

    @Test
    void dead_links_and_misquotes_are_named(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A.java"), "package a;\nclass A {}\n");
        Path document = Files.writeString(folder.resolve("guide.md"), """
            # One heading
            [there](A.java) [heading](#one-heading) [gone](B.java) [no heading](#two) [web](https://agency.example)

            <!-- code of A.java -->
            ```java
            class A {}
            ```

            <!-- code of A.java -->
            ```java
            class B {}
            ```
            """);

        assertThat(Documents.deadLinks(document)).hasSize(2);
        assertThat(Documents.deadLinks(document)).anyMatch(dead -> dead.endsWith("B.java"));
        assertThat(Documents.deadLinks(document)).anyMatch(dead -> dead.endsWith("#two"));
        assertThat(Documents.misquotes(folder, document)).hasSize(1);
    }
}

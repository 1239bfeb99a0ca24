package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fakes and kits serve a project that is not ours, as the guide for testers says. Source: issue 2 section 1. */
class ForeignProjectTest {

    private static final Path GUIDE = Houses.root().resolve("docs/guide/testing.md");
    private static final Pattern WRITTEN_IN_ITS_POM = Pattern.compile("(?s)```xml\\n(.*?)```");
    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)");

    @TempDir
    Path project;

    @Test
    void the_guides_examples_compile_and_run_against_what_it_says_and_nothing_else() throws Exception {
        List<String> examples = Documents.quotes(GUIDE).stream()
                .map(quote -> quote.group(2))
                .filter(code -> code.contains("Test"))
                .toList();
        List<Path> classPath = ForeignProject.classPath(Houses.root(), pom());

        assertThat(examples).hasSizeGreaterThanOrEqualTo(2).anyMatch(code -> code.contains("Contract"));
        assertThat(classPath)
                .extracting(path -> path.toString())
                .noneMatch(path -> path.contains("bootstrap") || path.contains("postgres") || path.contains("javalin"));
        List<String> tests = examples.stream().map(this::written).toList();
        assertThat(compile(classPath, tests)).isEmpty();
        Said said = run(classPath, tests);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .containsPattern("\\[ *[1-9]\\d* tests successful")
                .contains("[         0 tests failed");
        assertThat(tests).allSatisfy(test -> assertThat(said.text()).contains(test + " [OK]"));
    }

    @Test // or the proof would prove nothing
    void without_the_fakes_they_do_not_compile() throws IOException {
        String example = Documents.quotes(GUIDE).getFirst().group(2);
        List<Path> withoutFakes = ForeignProject.classPath(Houses.root(), pom()).stream()
                .filter(path -> !path.startsWith(Houses.root().resolve("adapters-out/memory")))
                .toList();

        assertThat(compile(withoutFakes, List.of(written(example)))).contains("MemoryClients");
    }

    @Test
    void what_the_guide_writes_has_the_versions_of_the_house() throws IOException {
        String parent = Files.readString(Houses.root().resolve("pom.xml"));

        assertThat(Dependencies.elements(pom(), "version").map(version -> version.getTextContent()))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(parent).contains(">" + version + "<"));
        assertThat(Files.readString(GUIDE))
                .contains(plugin(parent, "maven-compiler-plugin"), plugin(parent, "maven-surefire-plugin"));
    }

    private static String plugin(String parent, String name) {
        Matcher version = Pattern.compile("<artifactId>" + name + "</artifactId>\\s*<version>([^<]+)<")
                .matcher(parent);
        assertThat(version.find()).isTrue();
        return "`" + name + "` " + version.group(1);
    }

    private Path pom() throws IOException {
        String dependencies = WRITTEN_IN_ITS_POM
                .matcher(Files.readString(GUIDE))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
        return Files.writeString(
                project.resolve("pom.xml"), "<project><dependencies>" + dependencies + "</dependencies></project>");
    }

    /** @return the name of the class that was written into its file */
    private String written(String code) {
        String name = CLASS.matcher(code)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        name = name.substring("class ".length());
        try {
            Files.writeString(project.resolve(name + ".java"), code);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return name;
    }

    /** @return what the compiler has against it, empty where it has nothing */
    private String compile(List<Path> classPath, List<String> names) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-cp", joined(classPath), "-d", project.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(names.stream()
                                    .map(name -> project.resolve(name + ".java"))
                                    .toList()))
                    .call();
            return compiled ? "" : said.toString();
        }
    }

    private record Said(int code, String text) {}

    private Said run(List<Path> classPath, List<String> tests) throws IOException, InterruptedException {
        List<Path> all = Stream.of(List.of(project), classPath, ForeignProject.console())
                .flatMap(List::stream)
                .toList();
        Stream<String> start = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                joined(all),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=tree",
                "--details-theme=ascii");
        Process process = new ProcessBuilder(Stream.concat(start, tests.stream().map(test -> "--select-class=" + test))
                        .toList())
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader()) {
            String text = out.readAllAsString();
            return new Said(process.waitFor(), text);
        }
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

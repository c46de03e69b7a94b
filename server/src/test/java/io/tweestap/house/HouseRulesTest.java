package io.tweestap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The house rules, on every file of the project. [HouseRulesFailTest] shows that each can fail.
class HouseRulesTest {
  /// Longer than usual, and why.
  private static final Map<String, String> LONG_FILES =
      Map.of(
          "client/src/main/java/io/tweestap/client/Tweestap.java",
          "the way to each group of calls, one method each",
          "server/src/main/java/io/tweestap/shared/GroupCommit.java",
          "one lock guards all of it; a sixth of it says what callers see",
          "server/src/main/java/io/tweestap/vault/keys/KeyFile.java",
          "reading and replacing the file safely is one story",
          "server/src/main/java/io/tweestap/webhook/EndpointStore.java",
          "a third of it is statements",
          "server/src/main/java/io/tweestap/webhook/EventStore.java",
          "a third of it is statements",
          "server/src/main/java/io/tweestap/webhook/send/DeliveryQueue.java",
          "a third of it is statements");

  /// Where clock and randomness are made, or this machine's own zone is meant, and why.
  private static final Map<String, String> MAKERS =
      Map.of(
          "client/src/main/java/io/tweestap/client/http/Surroundings.java",
          "the one place of the client",
          "server/src/main/java/io/tweestap/operations/TimeAndRandomness.java",
          "the one place",
          "server/src/main/java/io/tweestap/vault/Vault.java",
          "keys for tests, made and kept nowhere",
          "server/src/main/java/io/tweestap/vault/TokenKeys.java",
          "keys for tests, made and kept nowhere",
          "server/src/main/java/io/tweestap/page/sandbox/Phones.java",
          "shows the time of this machine to whoever sits at it");

  private static final List<TextFile> JAVA = Project.files(".java");
  private static final List<TextFile> MIGRATIONS =
      Project.files(".sql").stream().filter(file -> file.path().contains("db/migration")).toList();
  private static final List<ParsedFile> MAIN =
      ParsedFile.all(JAVA.stream().filter(TextFile::isMainCode).toList());

  @Test
  void filesAreShort() {
    assertThat(JAVA.stream().flatMap(file -> TextRules.size(file, LONG_FILES).stream())).isEmpty();
  }

  @Test
  void aReasonIsGivenOnlyForFilesThatNeedIt() {
    Set<String> longFiles =
        JAVA.stream()
            .filter(file -> !TextRules.size(file, Map.of()).isEmpty())
            .map(TextFile::path)
            .collect(Collectors.toSet());
    assertThat(LONG_FILES.keySet()).isSubsetOf(longFiles);
  }

  @Test
  void linesAreShort() {
    assertThat(JAVA.stream().flatMap(file -> TextRules.lineLength(file).stream())).isEmpty();
  }

  @Test
  void nothingIsLeftToDo() {
    List<TextFile> texts =
        Project.files(".java", ".sql", ".yaml", ".properties", ".md", ".html", ".css", ".js");
    assertThat(texts.stream().flatMap(file -> TextRules.nothingLeftToDo(file).stream())).isEmpty();
  }

  @Test
  void linksInDocumentsLeadSomewhere() {
    List<TextFile> documents = Project.files(".md");
    assertThat(documents).hasSizeGreaterThan(10);
    assertThat(documents.stream().flatMap(file -> TextRules.links(file, Project.root()).stream()))
        .isEmpty();
  }

  @Test
  void migrationsSayWhy() {
    assertThat(MIGRATIONS).isNotEmpty();
    assertThat(MIGRATIONS.stream().flatMap(file -> TextRules.migrationSaysWhy(file).stream()))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<TextFile> infos =
        JAVA.stream()
            .filter(TextFile::isMainCode)
            .filter(file -> file.name().equals("package-info.java"))
            .toList();
    Set<String> documented = infos.stream().map(TextFile::directory).collect(Collectors.toSet());
    assertThat(infos.stream().flatMap(file -> TextRules.packageInfo(file).stream())).isEmpty();
    assertThat(
            JAVA.stream()
                .filter(TextFile::isMainCode)
                .flatMap(file -> TextRules.hasPackageInfo(file, documented).stream())
                .distinct())
        .isEmpty();
  }

  @Test
  void everyPublicTypeSaysWhatItIsFor() {
    assertThat(breaches(CodeRules::docs)).isEmpty();
  }

  @Test
  void methodsAreShort() {
    assertThat(breaches(CodeRules::methodSize)).isEmpty();
  }

  @Test
  void constructorsTakeFewThings() {
    assertThat(breaches(CodeRules::constructorSize)).isEmpty();
  }

  @Test
  void clockAndRandomnessAreGiven() {
    Stream<String> found =
        MAIN.stream()
            .filter(file -> !file.file().path().matches("(testkit|bench)/.*"))
            .flatMap(file ->
                CodeRules.bannedCalls(file, MAKERS.containsKey(file.file().path())).stream());
    assertThat(found).isEmpty();
  }

  @Test
  void signaturesHoldNoFutures() {
    assertThat(breaches(CodeRules::noFuturesInSignatures)).isEmpty();
  }

  @Test
  void partsComeThroughTheConstructor() {
    assertThat(breaches(CodeRules::injectedByConstructor)).isEmpty();
  }

  @Test
  void namesSaySomething() {
    assertThat(breaches(CodeRules::names)).isEmpty();
  }

  @Test
  void aSwitchOverOutcomesNamesAllOfThem() {
    Set<String> outcomes =
        MAIN.stream()
            .flatMap(file -> CodeRules.outcomesIn(file).stream())
            .collect(Collectors.toSet());
    assertThat(outcomes).contains("CheckOutcome.Approved");
    assertThat(breaches(file -> CodeRules.exhaustive(file, outcomes))).isEmpty();
  }

  @Test
  void everyStatementNamesItsTenant() {
    Set<String> tables =
        MIGRATIONS.stream()
            .flatMap(file -> SqlRules.tenantTables(file.text()).stream())
            .collect(Collectors.toSet());
    assertThat(tables).contains("tenant", "verification", "message", "rate_limit");
    assertThat(statements()).hasSizeGreaterThan(40);
    assertThat(statements().flatMap(statement -> SqlRules.tenantInSql(statement, tables).stream()))
        .isEmpty();
  }

  @Test
  void housekeepingDeletesInPortions() {
    assertThat(statements().flatMap(statement -> SqlRules.portionInSql(statement).stream()))
        .isEmpty();
  }

  private static Stream<SqlRules.Statement> statements() {
    return MAIN.stream()
        // The bench speaks plain JDBC, whose parameters have no names.
        .filter(file -> !file.file().path().startsWith("bench/"))
        .flatMap(file -> SqlRules.statements(file).stream());
  }

  private static Stream<String> breaches(Function<ParsedFile, List<String>> rule) {
    return MAIN.stream().flatMap(file -> rule.apply(file).stream());
  }
}

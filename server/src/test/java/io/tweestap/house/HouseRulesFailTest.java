package io.tweestap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each house rule fails on what it forbids, and lets its replacement pass.
class HouseRulesFailTest {
  private static final String MAIN = "server/src/main/java/Sample.java";
  private static final Set<String> TABLES = Set.of("message");

  @Test
  void aLongFileFails() {
    assertThat(TextRules.size(new TextFile(MAIN, "\n".repeat(401)), Map.of(MAIN, "why")))
        .hasSize(1);
    assertThat(TextRules.size(new TextFile(MAIN, "\n".repeat(201)), Map.of())).hasSize(1);
    assertThat(TextRules.size(new TextFile(MAIN, "\n".repeat(201)), Map.of(MAIN, "why"))).isEmpty();
    assertThat(TextRules.size(new TextFile(MAIN, "\n".repeat(200)), Map.of())).isEmpty();
  }

  @Test
  void aLongLineFails() {
    assertThat(TextRules.lineLength(new TextFile(MAIN, "x".repeat(101)))).hasSize(1);
    assertThat(TextRules.lineLength(new TextFile(MAIN, "é".repeat(100)))).isEmpty();
  }

  @Test
  void somethingLeftToDoFails() {
    assertThat(TextRules.nothingLeftToDo(new TextFile(MAIN, "// TO" + "DO later"))).hasSize(1);
    assertThat(TextRules.nothingLeftToDo(new TextFile(MAIN, "// FIX" + "ME"))).hasSize(1);
    assertThat(TextRules.nothingLeftToDo(new TextFile(MAIN, "mastodon"))).isEmpty();
  }

  @Test
  void aLinkToNowhereFails() {
    var page =
        new TextFile("docs/page.md", "[a](nowhere.md) [b](https://example.com) [c](../pom.xml#x)");
    assertThat(TextRules.links(page, Project.root()))
        .containsExactly("docs/page.md links to nowhere.md, which is not there");
  }

  @Test
  void aLinkToAHeadingThatIsNotThereFails() {
    String links = "[a](#the-first-one-twice) [b](#gone) [c](README.md#documentation)";
    var page = new TextFile("docs/page.md", "## The *first* one, `twice`\n" + links);
    assertThat(TextRules.links(page, Project.root()))
        .containsExactly("docs/page.md links to #gone: no such heading");
  }

  @Test
  void aMigrationWithoutAReasonFails() {
    assertThat(TextRules.migrationSaysWhy(new TextFile("V1.sql", "CREATE TABLE a ();\n")))
        .hasSize(1);
    assertThat(TextRules.migrationSaysWhy(new TextFile("V1.sql", "-- Why: for this.\nCREATE")))
        .isEmpty();
  }

  @Test
  void aPackageWithoutDocOrNullMarkedFails() {
    assertThat(TextRules.packageInfo(new TextFile(MAIN, "package a;"))).hasSize(2);
    assertThat(TextRules.packageInfo(new TextFile(MAIN, "/// A.\n@NullMarked\npackage a;")))
        .isEmpty();
    assertThat(TextRules.hasPackageInfo(new TextFile(MAIN, ""), Set.of())).hasSize(1);
    assertThat(TextRules.hasPackageInfo(new TextFile(MAIN, ""), Set.of("server/src/main/java/")))
        .isEmpty();
  }

  @Test
  void aLongMethodFails() {
    assertThat(CodeRules.methodSize(method("\n".repeat(60)))).hasSize(1);
    assertThat(CodeRules.methodSize(method("\n".repeat(10)))).isEmpty();
  }

  @Test
  void aGreedyConstructorFails() {
    String eight = "int a, int b, int c, int d, int e, int f, int g, int h";
    assertThat(CodeRules.constructorSize(ParsedFile.of("class A { A(" + eight + ") {} }")))
        .hasSize(1);
    assertThat(CodeRules.constructorSize(ParsedFile.of("record A(" + eight + ") {}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Instant.now()",
        "java.time.LocalDate.now()",
        "System.currentTimeMillis()",
        "Thread.sleep(5)",
        "UUID.randomUUID()",
        "new Random()",
        "new java.security.SecureRandom()",
        "Clock.systemUTC()"
      })
  void aBannedCallFails(String call) {
    assertThat(CodeRules.bannedCalls(method(call + ";"), false)).hasSize(1);
  }

  @Test
  void aBannedCallInACommentOrTextPasses() {
    assertThat(CodeRules.bannedCalls(method("// Instant.now()\n f(\"new Random()\");"), false))
        .isEmpty();
    assertThat(CodeRules.bannedCalls(method("LocalDate.now(clock);"), false)).isEmpty();
    assertThat(CodeRules.bannedCalls(method("new SecureRandom();"), true)).isEmpty();
  }

  @Test
  void aFutureInASignatureFails() {
    assertThat(
            CodeRules.noFuturesInSignatures(
                ParsedFile.of("class A { CompletableFuture<String> a() { return null; } }")))
        .hasSize(1);
    assertThat(CodeRules.noFuturesInSignatures(method("CompletableFuture<String> a = b();")))
        .isEmpty();
  }

  @Test
  void anAutowiredFieldOrLombokFails() {
    assertThat(
            CodeRules.injectedByConstructor(
                ParsedFile.of("import lombok.Data; class A { @Autowired B b; }")))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SenderImpl", "CodeManager", "TimeHelper", "StringUtils", "TextUtil"})
  void anEmptyNameFails(String name) {
    assertThat(CodeRules.names(ParsedFile.of("class " + name + " {}"))).hasSize(1);
  }

  @Test
  void aPublicTypeWithoutDocFails() {
    assertThat(CodeRules.docs(ParsedFile.of("public class A {}"))).hasSize(1);
    assertThat(CodeRules.docs(ParsedFile.of("/** Says. */\npublic class A {}"))).hasSize(1);
    assertThat(CodeRules.docs(ParsedFile.of("/// Says.\npublic class A {}"))).isEmpty();
    assertThat(CodeRules.docs(ParsedFile.of("class A {}"))).isEmpty();
  }

  @Test
  void aDefaultOverOutcomesFails() {
    List<String> outcomes =
        CodeRules.outcomesIn(
            ParsedFile.of("sealed interface Answer { record Yes() implements Answer {} }"));
    assertThat(outcomes).containsExactly("Answer.Yes");
    Set<String> known = Set.copyOf(outcomes);
    assertThat(
            CodeRules.exhaustive(
                method("switch (a) { case Answer.Yes() -> b(); default -> c(); }"), known))
        .hasSize(1);
    assertThat(
            CodeRules.exhaustive(
                method("return switch (a) { case Answer.Yes yes -> 1; default -> 2; };"), known))
        .hasSize(1);
    assertThat(
            CodeRules.exhaustive(
                method("switch (a) { case Answer.Yes() -> b(); case Answer.No _ -> c(); }"), known))
        .isEmpty();
  }

  @Test
  void aTableOfTenantsIsFound() {
    assertThat(
            SqlRules.tenantTables(
                "CREATE TABLE a (\n tenant_id uuid);\nCREATE TABLE b (id uuid);\n"
                    + "CREATE UNLOGGED TABLE c (tenant_id uuid) WITH (fillfactor = 70);"))
        .containsExactly("a", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT state FROM message WHERE id = :id",
        "SELECT tenant_id, state FROM message WHERE id = :id",
        "SELECT state FROM message WHERE tenant_id = other.tenant_id",
        "INSERT INTO message (id) VALUES (:id)",
        "UPDATE message SET state = 'failed' WHERE id = :id RETURNING tenant_id",
        "DELETE FROM message WHERE expires_at < :now"
      })
  void aStatementWithoutItsTenantFails(String sql) {
    assertThat(judge("FIND", sql)).hasSize(1);
    assertThat(judge("FIND_ACROSS_TENANTS", sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT state FROM message WHERE tenant_id = :tenant AND id = :id",
        "SELECT a FROM message AS m WHERE m.id = :id AND m.tenant_id = :tenant",
        "INSERT INTO message (tenant_id, id) VALUES (:tenant, :id)",
        "SELECT a FROM scheduled_tasks"
      })
  void aStatementWithItsTenantPasses(String sql) {
    assertThat(judge("FIND", sql)).isEmpty();
  }

  @Test
  void housekeepingWithoutABoundFails() {
    String name = "FORGET_ACROSS_TENANTS";
    String where =
        "DELETE FROM message WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM message";
    assertThat(judge(name, "DELETE FROM message WHERE expires_at < :now", SqlRules::portionInSql))
        .hasSize(1);
    assertThat(judge(name, where + " LIMIT :rows)", SqlRules::portionInSql)).isEmpty();
    assertThat(judge("ERASE", "DELETE FROM message WHERE a = b", SqlRules::portionInSql)).isEmpty();
  }

  private static List<String> judge(String name, String sql) {
    return judge(name, sql, statement -> SqlRules.tenantInSql(statement, TABLES));
  }

  private static List<String> judge(
      String name, String sql, Function<SqlRules.Statement, List<String>> rule) {
    ParsedFile file =
        ParsedFile.of("class A { static final String %s = \"%s\"; }".formatted(name, sql));
    return SqlRules.statements(file).stream()
        .flatMap(statement -> rule.apply(statement).stream())
        .toList();
  }

  private static ParsedFile method(String body) {
    return ParsedFile.of("class A { void a() {" + body + "} }");
  }
}

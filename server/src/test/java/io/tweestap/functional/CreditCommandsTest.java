package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The commands `credit` and `prices`, as an operator types them.
@ExtendWith(OutputCaptureExtension.class)
class CreditCommandsTest extends CreditScene {
  private static final String HEADER = "country,network,prefix,price,currency,valid_from\n";

  @Autowired private List<Command> commands;
  @TempDir private Path files;
  private String who;

  @BeforeEach
  void theTenantIsNamed() {
    who = tenant.tenant().id().toString();
  }

  @Test
  void anAccountIsOpenedPaidShownWarnedAboutAndClosed(CapturedOutput output) {
    assertThat(run("credit", "open", who, "EUR")).isZero();
    assertThat(run("credit", "pay", who, "10.00", "invoice 1")).isZero();
    assertThat(run("credit", "warn", who, "2.50")).isZero();
    assertThat(run("credit", "show", who)).isZero();
    assertThat(output.getOut())
        .contains("The credit is 10.00 EUR.")
        .contains("available  10.00 EUR", "low below  2.50 EUR", "free parts 0", "billed     yes");
    assertThat(available()).isEqualTo("10.00");
    assertThat(run("credit", "warn", who, "never")).isZero();
    assertThat(credit().has("low_below")).isFalse();
    assertThat(run("credit", "close", who)).isZero();
    assertThat(credit().get("billed").asBoolean()).isFalse();
    assertThat(run("credit", "close", who)).as("closed already").isEqualTo(2);
  }

  @Test
  void aPaymentCountsOnceAndOnlyWithAUsefulAmount(CapturedOutput output) {
    assertThat(run("credit", "pay", who, "1.00", "x")).as("no account").isEqualTo(2);
    assertThat(run("credit", "open", who, "EUR")).isZero();
    for (String amount : List.of("0", "0.00", "-5", "1e6", "1,50", "1.0000001", "9999999999", "")) {
      assertThat(run("credit", "pay", who, amount, "x" + amount)).as(amount).isEqualTo(2);
    }
    assertThat(run("credit", "pay", who, "1.00", "once")).isZero();
    assertThat(run("credit", "pay", who, "1.00", "once")).isEqualTo(2);
    assertThat(run("credit", "pay", who, "1.00", " ")).isEqualTo(2);
    assertThat(run("credit", "pay", who, "1.00", "x".repeat(101))).isEqualTo(2);
    assertThat(run("credit", "open", who, "USD")).as("another currency").isEqualTo(2);
    assertThat(run("credit", "warn", who, "-1")).isEqualTo(2);
    assertThat(output.getErr())
        .contains("credit open makes one", "added before", "another currency", "or never");
    assertThat(available()).isEqualTo("1.00");
    theBooksAreRight();
  }

  @Test
  void wrongWordsAreExplained(CapturedOutput output) {
    assertThat(run("credit")).isEqualTo(2);
    assertThat(run("credit", "open", "nobody", "EUR")).isEqualTo(2);
    assertThat(run("credit", "open", who, "euro")).isEqualTo(2);
    assertThat(run("credit", "open", who)).isEqualTo(2);
    assertThat(run("prices")).isEqualTo(2);
    assertThat(run("prices", "import", files.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(output.getErr())
        .contains("credit pay TENANT", "no such tenant", "three capital letters")
        .contains("prices import FILE", "cannot be read");
  }

  @Test
  void aFileOfPricesIsReadAsAWholeOrNotAtAll(CapturedOutput output) throws IOException {
    assertThat(load("LU,,,0.0550,XTS,2026-01-01\nLU,270-01,+352621,0.05,XTS,2026-01-01\n"))
        .isZero();
    assertThat(run("prices", "list")).isZero();
    assertThat(output.getOut()).contains("2 prices were imported", "0.055 XTS", "270-01");
    String bad = "LU,,,0.99,XTS,2026-01-01\nlu,,,0.1,XTS,2026-01-01\nLU,,,-1,XTS,2026-01-01\n";
    assertThat(load(bad)).isEqualTo(2);
    assertThat(output.getErr())
        .contains("line 3: country", "line 4: price", "1 lines are good, 2 are not");
    assertThat(prices.all())
        .filteredOn(line -> line.perPart().currency().equals("XTS"))
        .extracting(line -> line.perPart().amount())
        .containsExactly("0.055", "0.05");
  }

  @Test
  void aHugeFileEndsWithAFaultAndOneOfFaultsShowsSome(CapturedOutput output) throws IOException {
    String many =
        IntStream.rangeClosed(0, 100_000)
            .mapToObj(i -> "LU,,+3526%d,0.05,XTS,2026-01-01%n".formatted(1_000_000 + i))
            .collect(Collectors.joining());
    assertThat(load(many)).isEqualTo(2);
    assertThat(output.getErr()).contains("at most 100000 prices");
    assertThat(load("x\n".repeat(5_000))).isEqualTo(2);
    assertThat(output.getErr().lines().filter(line -> line.startsWith("line "))).hasSize(100);
    assertThat(prices.all()).noneMatch(line -> line.perPart().currency().equals("XTS"));
  }

  private int load(String lines) throws IOException {
    Path file = files.resolve("prices.csv");
    Files.writeString(file, HEADER + lines);
    return run("prices", "import", file.toString());
  }

  private int run(String name, String... args) {
    return commands.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow()
        .run(List.of(args));
  }
}

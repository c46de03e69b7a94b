package io.tweestap.credit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class PriceFileTest {
  private static final String HEADER = "country,network,prefix,price,currency,valid_from\n";

  @Test
  void linesAreReadInAnyOrderOfColumns() {
    PriceFile file = read("valid_from,price,currency,country\n2027-01-01, 0.075 ,EUR,NL\n");
    assertThat(file.faults()).isEmpty();
    assertThat(file.lines().getFirst().perPart()).hasToString("0.075 EUR");
  }

  @Test
  void eachBrokenLineIsNamed() {
    PriceFile file =
        read(
            HEADER
                + """
                NL,,,0.10,EUR,2027-01-01
                nl,,,0.10,EUR,2027-01-01
                NL,20408,+316,0.10,EUR,2027-01-01
                NL,204-08,,0.10,EUR,2027-01-01
                NL,204-08,0316,0.10,EUR,2027-01-01
                NL,,,"0,10",EUR,2027-01-01
                NL,,,-1,EUR,2027-01-01
                NL,,,0.10,euro,2027-01-01
                NL,,,0.10,EUR,2027-02-30
                NL,,,0.12,EUR,2027-01-01
                NL,,
                """);
    assertThat(file.lines()).hasSize(1);
    assertThat(file.faults())
        .hasSize(10)
        .satisfies(faults -> assertThat(faults.getFirst()).startsWith("line 3: country"))
        .anyMatch(fault -> fault.equals("line 5: a network needs the prefix of its numbers"))
        .anyMatch(fault -> fault.equals("line 11: line 2 is about the same"));
  }

  @Test
  void aFileWithoutItsHeaderIsNotRead() {
    assertThat(read("NL,,,0.10,EUR,2027-01-01\n").faults()).hasSize(1);
    assertThat(read("").faults()).hasSize(1);
    assertThat(read(HEADER + "NL,\"a\"b,,0.10,EUR,2027-01-01\n").faults()).isNotEmpty();
  }

  private static PriceFile read(String text) {
    return PriceFile.read(new StringReader(text));
  }
}

package io.tweestap.credit.command;

import io.tweestap.credit.PriceLine;
import io.tweestap.credit.Prices;
import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./tweestap prices`: what messages cost tenants that are billed.
@Component
class PricesCommand implements Command {
  private static final int FAULTS_SHOWN = 100;

  private final ObjectProvider<Prices> prices;

  PricesCommand(ObjectProvider<Prices> prices) {
    this.prices = prices;
  }

  @Override
  public String name() {
    return "prices";
  }

  @Override
  public String usage() {
    return """
    prices import FILE   read a price list: all of its lines, or none
    prices list          show all prices\
    """;
  }

  @Override
  public int run(List<String> args) {
    if (args.size() == 2 && args.getFirst().equals("import")) {
      return read(Path.of(args.get(1)));
    }
    return args.equals(List.of("list")) ? list() : wrong(usage());
  }

  private int read(Path path) {
    PriceFile file;
    try (Reader text = Files.newBufferedReader(path)) {
      file = PriceFile.read(text);
    } catch (IOException e) {
      return wrong("The file cannot be read: " + e.getMessage());
    }
    if (!file.faults().isEmpty()) {
      file.faults().stream().limit(FAULTS_SHOWN).forEach(System.err::println);
      return wrong(
          "Nothing was imported: %d lines are good, %d are not."
              .formatted(file.lines().size(), file.faults().size()));
    }
    if (file.lines().isEmpty()) {
      return wrong("The file has no prices.");
    }
    prices.getObject().put(file.lines());
    System.out.printf("%d prices were imported.%n", file.lines().size());
    return ExitCode.OK.code();
  }

  private int list() {
    for (PriceLine line : prices.getObject().all()) {
      System.out.printf(
          "%s  %-16s %-7s %s  %s%n",
          line.country(), line.prefix(), line.network(), line.validFrom(), line.perPart());
    }
    return ExitCode.OK.code();
  }

  private static int wrong(String advice) {
    System.err.println(advice);
    return ExitCode.USAGE.code();
  }
}

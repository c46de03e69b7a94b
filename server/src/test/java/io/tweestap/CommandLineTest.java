package io.tweestap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void withoutACommandTheServerStarts() {
    assertThat(parse()).isEqualTo(new CommandLine.Serve(List.of()));
    assertThat(parse("--data", "d", "--port=1", "--tweestap.database.pool-size=3"))
        .isEqualTo(
            new CommandLine.Serve(
                List.of(
                    "--tweestap.data=d", "--server.port=1", "--tweestap.database.pool-size=3")));
  }

  @Test
  void wordsAndOptionsOfACommandReachItInTheirOrder() {
    assertThat(parse("tenants", "new", "--data", "d", "shop", "--country", "NL"))
        .isEqualTo(
            new CommandLine.Run(
                "tenants",
                List.of("new", "shop", "--country", "NL"),
                List.of("--tweestap.data=d")));
  }

  @Test
  void helpListsEveryOptionAndVersionIsKnown() {
    assertThat(((CommandLine.Print) parse("help")).text()).contains("--data", "--port", "serve");
    assertThat(((CommandLine.Print) parse("version")).text()).matches("tweestap \\d.*\\R");
  }

  @Test
  void anUnknownOptionOrAMissingValueGetsAHint() {
    assertThat(parse("--bogus")).isInstanceOf(CommandLine.Wrong.class);
    assertThat(parse("serve", "now")).isInstanceOf(CommandLine.Wrong.class);
    assertThat(((CommandLine.Wrong) parse("--data")).sentence()).contains("help");
  }

  private static CommandLine parse(String... args) {
    return CommandLine.parse(List.of(args));
  }
}

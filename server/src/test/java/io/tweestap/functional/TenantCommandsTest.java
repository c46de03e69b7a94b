package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.Command;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TenantCommandsTest extends SandboxTest {
  @Autowired private List<Command> commands;

  @Test
  void tenantAndClientAreMadeAndRevoked(CapturedOutput output) {
    assertThat(run("tenants", "new", "Bakery 7", "--country", "BE")).isZero();
    assertThat(run("tenants", "list")).isZero();
    assertThat(output.getOut()).contains("BE  Bakery 7").contains("Sender Bakery7");
    String scopes = "settings:read,messages:read";
    assertThat(run("clients", "new", "Bakery 7", "--label", "shop", "--scopes", scopes)).isZero();

    String id = printed(output, "client id      (\\S+)");
    String secret = printed(output, "client secret  (\\S+)");
    assertThat(clients.authenticate(id, secret).orElseThrow().scopes()).hasSize(2);

    assertThat(run("clients", "revoke", "Bakery 7", id)).isZero();
    assertThat(clients.authenticate(id, secret)).isEmpty();
    assertThat(run("clients", "revoke", "Bakery 7", id)).isEqualTo(2);
  }

  @Test
  void careIsGivenListedAndEnded(CapturedOutput output) {
    assertThat(run("tenants", "new", "Helpers", "--country", "BE")).isZero();
    assertThat(run("tenants", "new", "Helped", "--country", "BE")).isZero();

    assertThat(run("tenants", "care", "give", "Helped", "--operator", "Helpers")).isZero();
    assertThat(run("tenants", "care", "list", "Helped")).isZero();
    assertThat(output.getOut()).containsPattern("[0-9a-f-]{36}  Helpers");

    assertThat(run("tenants", "care", "end", "Helped", "--operator", "Helpers")).isZero();
    assertThat(run("tenants", "care", "end", "Helped", "--operator", "Helpers")).isEqualTo(2);
    assertThat(run("tenants", "care", "give", "Helped", "--operator", "Helped")).isEqualTo(2);
    assertThat(run("tenants", "care", "give", "Helped")).isEqualTo(2);
    assertThat(run("tenants", "care")).isEqualTo(2);
  }

  @Test
  void wrongWordsAreExplained(CapturedOutput output) {
    assertThat(run("tenants")).isEqualTo(2);
    assertThat(run("tenants", "new", "X")).isEqualTo(2);
    assertThat(run("tenants", "new", "X", "--country", "nl")).isEqualTo(2);
    assertThat(run("tenants", "new", "X", "--land", "NL")).isEqualTo(2);
    assertThat(run("tenants", "new", "X", "--country")).isEqualTo(2);
    assertThat(run("clients", "new", "nobody", "--label", "x", "--scopes", "all")).isEqualTo(2);
    assertThat(output.getErr()).contains("tenants new NAME").contains("no such tenant");
  }

  private int run(String name, String... args) {
    return commands.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow()
        .run(List.of(args));
  }

  private static String printed(CapturedOutput output, String form) {
    Matcher matcher = Pattern.compile(form).matcher(output.getOut());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}

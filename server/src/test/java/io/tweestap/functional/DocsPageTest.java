package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.web.ProblemCode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page at `/docs`: open to everybody, whole, and safe to open.
class DocsPageTest extends SandboxTest {
  @Test
  void everyOperationProblemAndSchemaHasAnAnchor() {
    List<String> anchors = all(" id=\"([^\"]+)\"", page().text());

    assertThat(anchors).doesNotHaveDuplicates();
    assertThat(anchors).containsAll(Described.operations().map(Described.Operation::id).toList());
    for (ProblemCode code : ProblemCode.values()) {
      assertThat(anchors).contains("problem-" + code.text());
    }
    Described.ROOT
        .at("/components/schemas")
        .propertyNames()
        .forEach(schema -> assertThat(anchors).contains("data-" + schema));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    String page = page().text();

    assertThat(all(" id=\"([^\"]+)\"", page)).containsAll(all("href=\"#([^\"]+)\"", page));
    for (String path : all("href=\"(/[^\"]+)\"", page)) {
      assertThat(send(request(path).GET()).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void everyOperationHasACommandToTryItWith() {
    List<String> commands = all("(curl [^<]+)</code>", page().text());

    assertThat(commands).hasSize((int) Described.operations().count());
    assertThat(commands.getFirst())
        .startsWith("curl -X POST &quot;$TWEESTAP/oauth2/token&quot; \\\n")
        .contains("-d &quot;grant_type=client_credentials&quot;");
    assertThat(commands).noneMatch(command -> command.contains("{id}"));
  }

  @Test
  void thePageNeedsNoScriptAndAllowsNone() {
    Answer answer = page();

    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'self';")
        .doesNotContain("script-src", "unsafe");
    assertThat(answer.text()).doesNotContain("<script", " style=", "onclick");
    assertThat(send(request("/docs").POST(HttpRequest.BodyPublishers.noBody())).status())
        .isNotEqualTo(200);
  }

  private Answer page() {
    Answer answer = send(request("/docs").GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    return answer;
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}

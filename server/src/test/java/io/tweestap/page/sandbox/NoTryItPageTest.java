package io.tweestap.page.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.functional.SandboxTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoTryItPageTest extends SandboxTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/sandbox", "/sandbox/handsets", "/sandbox.js", "/sandbox.css"})
  void clusterHasNoTryItPage(String path) {
    Answer answer = send(request(path).GET());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }
}

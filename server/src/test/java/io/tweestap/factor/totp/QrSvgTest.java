package io.tweestap.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSvgTest {
  private static final String URI =
      "otpauth://totp/Example:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example";
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z");

  @Test
  void everyDarkModuleIsDrawnAndNoOther() {
    QrCode code = QrCode.encodeText(URI, QrCode.Ecc.MEDIUM);
    String svg = QrSvg.of(URI);
    boolean[][] drawn = new boolean[code.size + 8][code.size + 8];
    for (MatchResult run : RUN.matcher(svg).results().toList()) {
      int x = Integer.parseInt(run.group(1));
      for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
        drawn[Integer.parseInt(run.group(2))][x + i] = true;
      }
    }

    assertThat(svg).contains("viewBox=\"0 0 %1$d %1$d\"".formatted(code.size + 8));
    for (int y = 0; y < drawn.length; y++) {
      for (int x = 0; x < drawn.length; x++) {
        assertThat(drawn[y][x]).as(x + " " + y).isEqualTo(code.getModule(x - 4, y - 4));
      }
    }
  }

  @Test
  void nothingInItRunsOrLoads() {
    assertThat(QrSvg.of("<script>&\"")).doesNotContain("script").doesNotContain("href");
  }
}

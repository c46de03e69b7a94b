package io.tweestap.page.account;

import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.look.HostedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/// Recovery codes: made anew, and shown until the visitor has kept them.
@HostedPage
class CodesController {
  private static final String RENEW = "/account/codes";
  private static final String SHOWN = "/account/codes/new";

  private final RecoveryCodeSets codes;
  private final AccountPages pages;

  CodesController(RecoveryCodeSets codes, AccountPages pages) {
    this.codes = codes;
    this.pages = pages;
  }

  /// Asks whether the old ones may become void.
  @GetMapping(RENEW)
  ModelAndView ask(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ModelAndView unproven = pages.unproven(visit, RENEW);
    if (unproven != null) {
      return unproven;
    }
    pages.dress(visit, new AccountPages.Exchange(request, response, model));
    return pages.show("codes");
  }

  @PostMapping(RENEW)
  ModelAndView renew(@RequestAttribute(Visit.NAME) Visit visit, HttpServletRequest request) {
    ModelAndView unproven = pages.unproven(visit, RENEW);
    if (unproven != null) {
      return unproven;
    }
    if (!codes.hasSecondFactor(visit)) {
      return pages.go(visit, visit.kept().saying(Said.bad("factor_first")), AccountPages.HOME);
    }
    List<String> made = codes.anew(visit, request);
    return made.isEmpty()
        ? pages.go(visit, visit.kept().saying(Said.bad("problem.limit_reached")), AccountPages.HOME)
        : pages.go(visit, visit.kept().withCodes(made), SHOWN);
  }

  @GetMapping(SHOWN)
  ModelAndView shown(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (visit.kept().codes().isEmpty()) {
      return pages.go(AccountPages.HOME);
    }
    pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute("codes", visit.kept().codes());
    return pages.show("codes-new");
  }

  /// The same as a file.
  @GetMapping("/account/codes/file")
  @Nullable ResponseEntity<String> file(@RequestAttribute(Visit.NAME) Visit visit) {
    List<String> made = visit.kept().codes();
    if (made.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("recovery-codes.txt").build().toString())
        .body(String.join("\r\n", made) + "\r\n");
  }

  /// The visitor has kept them: nobody sees them again.
  @PostMapping("/account/codes/kept")
  ModelAndView kept(@RequestAttribute(Visit.NAME) Visit visit) {
    return pages.go(visit, visit.kept().withCodes(List.of()), AccountPages.HOME);
  }
}

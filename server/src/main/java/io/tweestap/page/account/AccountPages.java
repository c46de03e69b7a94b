package io.tweestap.page.account;

import io.tweestap.login.account.AccountVisits;
import io.tweestap.login.account.OwnProofs;
import io.tweestap.page.look.Looks;
import io.tweestap.page.look.PageHeaders;
import io.tweestap.page.look.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Shows pages to visitors, and sends them on.
@Component
class AccountPages {
  /// The first page.
  static final String HOME = "/account";

  private final AccountVisits visits;
  private final OwnProofs proofs;
  private final Looks looks;
  private final PlainPages plain;
  private final AccountWords words;

  AccountPages(
      AccountVisits visits, OwnProofs proofs, Looks looks, PlainPages plain, AccountWords words) {
    this.visits = visits;
    this.proofs = proofs;
    this.looks = looks;
    this.plain = plain;
    this.words = words;
  }

  /// A request for a page and where its answer goes.
  record Exchange(HttpServletRequest request, HttpServletResponse response, Model model) {}

  /// The language of the page; puts the look and what came of the last step into the model. The
  /// latter is shown once.
  Locale dress(Visit visit, Exchange exchange) {
    Locale spoken = visit.visit().locale().orElse(visit.user().locale());
    Locale locale =
        looks.dress(
            visit.tenant(), spoken, exchange.request(), exchange.response(), exchange.model());
    visit.visit().returnUrl().ifPresent(url -> PageHeaders.formsMayEndAt(exchange.request(), url));
    Kept.Said said = visit.kept().said();
    if (said != null) {
      exchange
          .model()
          .addAttribute("said", words.said(said, visit.user().zone(), locale))
          .addAttribute("bad", said.bad());
      keep(visit, visit.kept().saying(null));
    }
    return locale;
  }

  ModelAndView show(String template) {
    return new ModelAndView("account/" + template);
  }

  /// On to another page (303): a reload does nothing twice.
  ModelAndView go(String path) {
    RedirectView there = new RedirectView(path);
    there.setStatusCode(HttpStatus.SEE_OTHER);
    there.setExposeModelAttributes(false);
    return new ModelAndView(there);
  }

  /// The same, and what is kept from now on.
  ModelAndView go(Visit visit, Kept kept, String path) {
    keep(visit, kept);
    return go(path);
  }

  void keep(Visit visit, Kept kept) {
    if (!kept.equals(visit.kept())) {
      visits.keep(
          visit.visit(), kept.equals(Kept.NOTHING) ? Optional.empty() : Optional.of(kept.write()));
    }
  }

  /// Whoever changes factors has proven one at most ten minutes ago (CS-3): the way to that page;
  /// null when it was.
  ///
  /// @param then where it goes on afterwards: a path of ours
  @Nullable ModelAndView unproven(Visit visit, String then) {
    return proofs.fresh(visit.visit()).isPresent()
        ? null
        : go(visit, visit.kept().going(then), "/account/prove");
  }

  /// What is not there, or another's: nobody is told which.
  @Nullable ModelAndView nothing(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    plain.write(request, response, HttpStatus.NOT_FOUND, "nothing");
    return null;
  }
}

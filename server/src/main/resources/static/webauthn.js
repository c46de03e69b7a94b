// Asks the browser for a security key or passkey and submits what it said. The words for everything
// that can happen stand in the page; see docs/guides/security-keys.md.
(() => {
  "use strict";

  const toBytes = (text) => {
    const base64 = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  };

  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const descriptors = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

  // What parseCreationOptionsFromJSON and parseRequestOptionsFromJSON do, for browsers without.
  const parse = (ceremony, options) => {
    const own =
      ceremony === "create" ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
    if (typeof PublicKeyCredential[own] === "function") {
      return PublicKeyCredential[own](options);
    }
    const parsed = { ...options, challenge: toBytes(options.challenge) };
    if (ceremony === "create") {
      parsed.user = { ...options.user, id: toBytes(options.user.id) };
      parsed.excludeCredentials = descriptors(options.excludeCredentials);
    } else {
      parsed.allowCredentials = descriptors(options.allowCredentials);
    }
    return parsed;
  };

  // What toJSON does, for browsers without, and for password managers that break it.
  const describe = (credential) => {
    try {
      return credential.toJSON();
    } catch {
      const said = credential.response;
      const response = { clientDataJSON: toText(said.clientDataJSON) };
      if (said.attestationObject) {
        response.attestationObject = toText(said.attestationObject);
        response.transports = said.getTransports ? said.getTransports() : [];
      } else {
        response.authenticatorData = toText(said.authenticatorData);
        response.signature = toText(said.signature);
        if (said.userHandle) {
          response.userHandle = toText(said.userHandle);
        }
      }
      return {
        id: credential.id,
        rawId: toText(credential.rawId),
        type: credential.type,
        authenticatorAttachment: credential.authenticatorAttachment || undefined,
        clientExtensionResults: credential.getClientExtensionResults(),
        response,
      };
    }
  };

  const CLASSES = {
    NotAllowedError: "refused",
    AbortError: "refused",
    InvalidStateError: "registered",
    SecurityError: "wrong_site",
    NotSupportedError: "unsupported",
  };

  const show = (form, state) => {
    form.dataset.webauthnState = state;
    form.querySelectorAll("[data-webauthn-error]").forEach((words) => {
      words.hidden = words.dataset.webauthnError !== state;
    });
    form.querySelectorAll("[data-webauthn-start]").forEach((button) => {
      button.disabled = state === "waiting" || state === "unsupported";
    });
  };

  const ask = async (form) => {
    const ceremony = form.dataset.webauthn;
    show(form, "waiting");
    try {
      const publicKey = parse(ceremony, JSON.parse(form.dataset.options));
      const credential = await navigator.credentials[ceremony]({ publicKey });
      form.elements.namedItem("response").value = JSON.stringify(describe(credential));
      form.submit();
    } catch (error) {
      show(form, CLASSES[error.name] || "failed");
    }
  };

  const prepare = (form) => {
    if (!window.isSecureContext || !window.PublicKeyCredential || !navigator.credentials) {
      show(form, "unsupported");
      return;
    }
    show(form, "ready");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.dataset.webauthnState !== "waiting") {
        ask(form);
      }
    });
    if ("webauthnAuto" in form.dataset) {
      ask(form);
    }
  };

  document.querySelectorAll("form[data-webauthn]").forEach(prepare);
})();

// A provider of OpenID Connect on loopback, as the tests sign in at: `node provider.mjs FILE`.
// FILE holds its port, its clients and the keys that it signs by.
import { readFileSync } from "node:fs";
import { Provider } from "oidc-provider";

const { port, clients, jwks } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ORG_NUMBER = "https://id.oidc.se/claim/orgNumber";
const ORG_AFFILIATION = "https://id.oidc.se/claim/orgAffiliation";
const SCOPE = "https://id.oidc.se/scope/naturalPersonOrgId";

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients,
  jwks,
  scopes: ["openid", SCOPE],
  claims: { openid: ["sub"], [SCOPE]: [ORG_NUMBER, ORG_AFFILIATION] },
  cookies: { keys: ["of the tests alone"] },
  features: {
    claimsParameter: { enabled: true },
    devInteractions: { enabled: false },
    jwtUserinfo: { enabled: true },
    rpInitiatedLogout: { enabled: true },
  },
  ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
  pkce: { required: () => true, methods: ["S256"] },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope(`openid ${SCOPE}`);
    grant.addOIDCClaims([ORG_NUMBER, ORG_AFFILIATION]);
    await grant.save();
    return grant;
  },
  // An account is what the test says: name@number.
  async findAccount(_, id) {
    const number = id.split("@")[1];
    return {
      accountId: id,
      claims: async () => ({ sub: id, [ORG_NUMBER]: number, [ORG_AFFILIATION]: id }),
    };
  },
});

// Who signs in is who the test says: /interaction/<uid>?as=anna@232100-0131.
provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith("/interaction/")) return next();
  await provider.interactionFinished(
    ctx.req, ctx.res, { login: { accountId: ctx.query.as } }, { mergeWithLastSubmission: false },
  );
  ctx.respond = false;
});
provider.listen(port, "127.0.0.1", () => console.log("listening"));
provider.on("grant.error", (_, error) => console.error(error.error_detail ?? error.message));

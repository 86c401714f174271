// Makes the replica set of one and the ledger's user, as often as it is run: what is there already stays.
const { readFileSync } = require("fs");
const { URL } = require("url");

const secret = (name) => readFileSync("/run/secrets/" + name, "utf8").trim();
const uri = new URL(secret("mongodb-uri"));
const ledger = db.getSiblingDB(uri.pathname.slice(1));

db.getSiblingDB("admin").auth("root", secret("mongodb-root-password"));
try {
  rs.status();
} catch (notYet) {
  if (notYet.codeName !== "NotYetInitialized") {
    throw notYet;
  }
  rs.initiate({ _id: uri.searchParams.get("replicaSet"), members: [{ _id: 0, host: uri.host }] });
}
for (let tries = 0; !db.hello().isWritablePrimary; tries++) {
  if (tries === 300) {
    throw new Error("the replica set has no primary after 60 s");
  }
  sleep(200);
}
if (ledger.getUser(uri.username) === null) {
  ledger.createUser({
    user: uri.username,
    pwd: decodeURIComponent(uri.password),
    roles: [{ role: "readWrite", db: ledger.getName() }],
  });
}

package kz.legality.example;

import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.Owner;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Subject;

/** A registration with an operator: to a person, unless a test says to a company. */
public final class RegistrationDraft extends Draft<RegistrationDraft> {
    private Msisdn msisdn = new Msisdn("77011234567");
    private Imsi imsi = new Imsi("401021234567890");
    private Iin person = Persons.AIGUL;
    private boolean ofCompany;
    private Bin company = Companies.SHOP;
    private String operator = "kcell";

    RegistrationDraft(Imei imei) {
        super(imei, Facts.noonOf("2025-05-10"));
    }

    @Override
    RegistrationDraft self() {
        return this;
    }

    public RegistrationDraft to(Iin owner) {
        person = owner;
        ofCompany = false;
        return this;
    }

    public RegistrationDraft to(Bin owner) {
        company = owner;
        ofCompany = true;
        return this;
    }

    public RegistrationDraft line(String newMsisdn, String newImsi) {
        msisdn = new Msisdn(newMsisdn);
        imsi = new Imsi(newImsi);
        return this;
    }

    public RegistrationDraft operator(String name) {
        operator = name;
        return this;
    }

    @Override
    public DeviceRegistered fact() {
        Personal<Iin> sealable = Facts.PSEUDONYMS.person(person);
        Subject subject = ofCompany ? Facts.PSEUDONYMS.lineOf(msisdn) : sealable.subject();
        Owner owner = ofCompany ? new Owner.Company(company) : Owner.Person.of(person, Facts.PSEUDONYMS);
        return new DeviceRegistered(
                imei,
                occurredAt(),
                source,
                null,
                at,
                owner,
                Facts.PSEUDONYMS.of(msisdn, subject),
                Facts.PSEUDONYMS.of(imsi, subject),
                operator);
    }
}

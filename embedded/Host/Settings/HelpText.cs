namespace LocalDiplomacy.EmbeddedHost.Settings;

internal static class HelpText
{
    public const string Text = """
        LocalDiplomacy: agreements of local governments, from draft through the embassy's review to signature.

        dotnet run --project functions -- [command] [options]

          export FILE            write the whole store into one archive, and end
          import FILE            fill a new store from an archive, and end; --data, --azurite or AzureWebJobsStorage say which
          verify FILE            check evidence of a case, alone and offline, and end; 1 if something does not hold
          rebuild-register       write what the public register lacks of the signed cases, and end
          admin VERB             list, show, nudge, retry, verify, rebuild, purge, export, import: operators' work
                                 on a store, without the program; --json; docs/operations.md says what each does
          seed --mous N          fill a store with N made-up MOUs of the real local governments, and end;
                                 --random-seed S for others, --add into a store that has MOUs
          history INSTANCE       write an orchestration's history as JSON, and end; --out FILE instead of here
          replay FILE...         run such histories through today's orchestrations, and end; 1 if one differs

          --urls URL             where to listen; port 0 takes a free one     (http://127.0.0.1:7071)
          --data DIR             where everything is kept                     (.data next to host.json)
          --azurite              keep it in Azurite, installed from npm on first use, instead of a file
          --demo                 play the whole life of an agreement, then stay up
          --no-sample            start empty instead of with the sample association
          --administrator ADDR   the first administrator's mail address, with --no-sample
          --version              print the version
          --help                 print this

        Settings come from the command line, the environment or local.settings.json ("Values"), in this order:
        URLS, DATA_DIR, AZURITE, SAMPLE_ASSOCIATION, FIRST_ADMINISTRATOR, AzureWebJobsStorage,
        SENDGRID_API_KEY, SENDGRID_HOST, MAIL_FROM, PUBLIC_URL. embedded/README.md says what each does.
        """;
}

using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Tests.Loading;

/// <summary>A folder of graph files for one test.</summary>
internal sealed class FilmFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("films-").FullName;

    /// <summary>Two people, a film, a series and what stands between them; with everything that files may hold and the model does not know.</summary>
    public static FilmFolder Everything() => new FilmFolder()
        .Add(
            "nodes.csv",
            "id:ID,name,title,aliases:string[],year:int,years:int[],form,sources:string[],locators:string[],property,value,height:float,born:long,tall:boolean,nick:string[],_names,:LABEL",
            "zoe,Zoé O'Brien,,Z. O'Brien;!!!,,,,s1;s1,line 1;,,,1.7,1980,true,a;b,mine,Person;Knight`s \\u0060label",
            "anna,Anna Alpha,,,,,,,,,,,,,,,Person",
            "ko,,K.O.,,,2017;2016,FEATURE,s1,,,,,,,,,Work;Film",
            "s,,L'Ascension : le film,L’Ascension,,,,,,,,,,,,,Work;Series",
            "oscar,Oscar,,,,,,,,,,,,,,,Award",
            "s1,doc.txt,A page,,,,,,,,,,,,,,Source",
            "c1,,,,,,,s1,line 3,birthday,1 May,,,,,,Claim",
            "studio,Big Studio,,,,,,s1,x,,,,,,,,Studio;Company")
        .Add(
            "relationships.csv",
            ":START_ID,:END_ID,:TYPE,characters:string[],note,billing:int,work,year:int,sources:string[],locators:string[],pay:int",
            "zoe,ko,ACTED_IN,Kay O'Hara;Él,first half,2,,,s1,line 7,",
            "zoe,ko,ACTED_IN,Él,second half,1,,,s1,line 8,",
            "anna,ko,ACTED_IN,,!!!,,,,,,",
            "anna,s,DIRECTED,,,,,,,,100",
            "zoe,oscar,WON,,Best of all,,ko,2018,s1,,",
            "c1,zoe,ABOUT,,,,,,,,",
            "studio,ko,`MADE` \\u0060,,,,,,s1,,7",
            "ko,studio,MADE BY,,,,,,,,",
            "c1,studio,ABOUT,,,,,,,,",
            "studio,c1,KNOWS,,,,,,,,");

    public FilmFolder Add(string name, params string[] lines)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), string.Join('\n', lines) + "\n");
        return this;
    }

    public GraphSnapshot Load() => GraphLoader.Load(Path, FilmDomain.Create().Model, new FilmDerivation());

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
